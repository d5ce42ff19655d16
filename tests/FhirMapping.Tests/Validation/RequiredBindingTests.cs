using Cds.FhirValidation;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Tests.Validation;

/// <summary>A required binding of the profiles is one that the official validator can check: it accepts the codes of the set and refuses others.</summary>
public sealed class RequiredBindingTests
{
    private const string Jlac10 = "http://medis.or.jp/CodeSystem/master-JLAC10-17digits";

    /// <summary>Example of each profile with a required binding, and a code that measures something else: albumin for the proteins, haemoglobin for the marrow.</summary>
    public static TheoryData<string, string> Examples() => new()
    {
        { "example-m-protein", "1751-7" },
        { "example-marrow", "718-7" },
        { "example-progression", "1751-7" },
    };

    [Fact]
    public void Every_profile_with_a_required_binding_has_an_example_here()
    {
        string[] judged = [.. Examples().Select(row => Example(row.Data.Item1).Meta!.Profile.First()!).Order(StringComparer.Ordinal)];
        Assert.Equal(
            ProjectPackage.Of<StructureDefinition>().Where(d => d.Differential!.Element.Exists(e => e.Binding?.Strength == BindingStrength.Required)).Select(d => d.Url!).Order(StringComparer.Ordinal),
            judged);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_code_of_the_set_is_accepted_and_another_is_refused(string example, string other)
    {
        Observation observation = Example(example);
        Assert.Empty(About(observation, OfficialValidator.Validate(observation)));
        Assert.Empty(About(observation, OfficialValidator.Warnings(observation)));
        observation.Code = new CodeableConcept("http://loinc.org", other);
        Assert.NotEmpty(About(observation, OfficialValidator.Validate(observation)));
    }

    [Theory]
    [InlineData("3A020000002399856", true)]
    [InlineData("3A020000002399801", false)]
    public void A_Japanese_laboratory_code_can_be_checked_too(string code, bool isMProtein)
    {
        Observation observation = Example("example-m-protein");
        observation.Code = new CodeableConcept(Jlac10, code);
        Assert.Equal(isMProtein, About(observation, OfficialValidator.Validate(observation)).Count == 0);
    }

    [Fact]
    public void Nothing_in_the_examples_stays_unchecked_for_want_of_a_value_set_of_the_package()
    {
        IEnumerable<string> examples = ProjectPackage.Files.Where(file => file.Contains("/examples/", StringComparison.Ordinal));
        Assert.DoesNotContain(
            examples.SelectMany(file => OfficialValidator.Warnings(ProjectPackage.Read(file))),
            warning => warning.Contains(ProjectPackage.CanonicalBase + "ValueSet/", StringComparison.Ordinal));
    }

    private static Observation Example(string name) => (Observation)ProjectPackage.Read($"fhir-profiles/examples/{name}.json");

    /// <summary>What is said of the code and its value set.</summary>
    private static List<string> About(Observation observation, IEnumerable<string> findings) =>
        [.. findings.Where(finding => finding.Contains(ProjectPackage.CanonicalBase + "ValueSet/", StringComparison.Ordinal) || finding.Contains(observation.Code!.Coding[0].Code!, StringComparison.Ordinal))];
}
