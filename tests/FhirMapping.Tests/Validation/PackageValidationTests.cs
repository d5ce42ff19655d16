using Cds.FhirValidation;
using Hl7.Fhir.Model;
using Hl7.Fhir.Specification.Snapshot;
using Task = System.Threading.Tasks.Task;

namespace Cds.FhirMapping.Tests.Validation;

/// <summary>Everything in <c>fhir-profiles</c> is valid FHIR R4, and the examples hold to their profiles: judged by Firely's validator with HL7's specification.</summary>
public sealed class PackageValidationTests
{
    public static TheoryData<string> Files() => [.. ProjectPackage.Files];

    public static TheoryData<string> Definitions() => [.. ProjectPackage.Files.Where(file => file.Contains("/structuredefinitions/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_resource_of_the_package_is_valid_and_holds_to_the_profiles_that_it_claims(string file)
    {
        Assert.Empty(StrictReading.Of(ProjectPackage.Text(file)).Issues);
        Assert.Empty(OfficialValidator.Validate(ProjectPackage.Read(file)));
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public async Task Every_profile_and_extension_has_a_snapshot_that_holds_all_it_says(string file)
    {
        var definition = (StructureDefinition)ProjectPackage.Read(file);
        var generator = new SnapshotGenerator(OfficialValidator.Definitions, SnapshotGeneratorSettings.CreateDefault());
        await generator.UpdateAsync(definition);
        Assert.Empty(generator.Outcome?.Issue ?? []);
        Assert.Empty(definition.Differential!.Element.Select(element => element.ElementId).Except(definition.Snapshot!.Element.Select(element => element.ElementId)));
    }

    [Fact]
    public void Every_profile_has_an_example_and_every_extension_of_value_sets_is_used()
    {
        string[] examples = [.. ProjectPackage.Files.Where(file => file.Contains("/examples/", StringComparison.Ordinal) || file.Contains("/valuesets/", StringComparison.Ordinal)).Select(ProjectPackage.Text)];
        Assert.All(ProjectPackage.Of<StructureDefinition>(), definition => Assert.Contains(examples, example => example.Contains(definition.Url!, StringComparison.Ordinal)));
    }
}
