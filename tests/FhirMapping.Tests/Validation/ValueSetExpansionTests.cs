using Cds.FhirValidation;
using Hl7.Fhir.Model;
using Hl7.Fhir.Specification.Terminology;
using Task = System.Threading.Tasks.Task;

namespace Cds.FhirMapping.Tests.Validation;

/// <summary>A terminology server can do something with every value set of the package: each of them can be expanded into its codes.</summary>
public sealed class ValueSetExpansionTests
{
    /// <summary>ICD-10 belongs to the WHO and cannot be in the package; whoever has it can follow its hierarchy without knowing anything of this project.</summary>
    private static readonly string[] HierarchiesOfOthers = ["http://hl7.org/fhir/sid/icd-10", "http://hl7.org/fhir/sid/icd-10-cm"];

    public static TheoryData<string> ValueSets() => [.. ProjectPackage.Files.Where(file => file.Contains("/valuesets/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(ValueSets))]
    public async Task Every_value_set_expands(string file)
    {
        var set = (ValueSet)ProjectPackage.Read(file);
        int left = set.Compose!.Include.RemoveAll(include => HierarchiesOfOthers.Contains(include.System) && include.Filter.Count > 0 && include.Filter.All(IsHierarchy));
        if (set.Compose.Include.Count == 0 && left > 0) return;
        await new ValueSetExpander(new ValueSetExpanderSettings { ValueSetSource = OfficialValidator.Definitions, MaxExpansionSize = 100_000 }).ExpandAsync(set);
        Assert.NotEmpty(set.Expansion!.Contains);
    }

    [Fact]
    public void Every_required_binding_of_the_examples_can_be_checked()
    {
        IEnumerable<string> examples = ProjectPackage.Files.Where(file => file.Contains("/examples/", StringComparison.Ordinal));
        Assert.DoesNotContain(
            examples.SelectMany(file => OfficialValidator.Warnings(ProjectPackage.Read(file))),
            warning => warning.Contains(ProjectPackage.CanonicalBase + "ValueSet/", StringComparison.Ordinal));
    }

    private static bool IsHierarchy(ValueSet.FilterComponent filter) => filter.Property == "concept" && filter.Op is FilterOperator.IsA or FilterOperator.Equal;
}
