using System.Text;
using Cds.FhirValidation;

namespace Cds.FhirMapping.Tests.Validation;

/// <summary>Patients that this project hands out and tests with are valid FHIR R4, those aside that show how the service copes with what is not.</summary>
public sealed class ExampleValidityTests
{
    /// <summary>Documents that are meant to be no valid R4, and why.</summary>
    private static readonly Dictionary<string, string> Deviant = new(StringComparer.Ordinal)
    {
        ["tests/FhirMapping.Tests/Bundles/golden/r5-procedures.json"] = "R5: occurrence[x]",
        ["tests/FhirMapping.Tests/Bundles/golden/r5-requests.json"] = "R5: medication.concept, medication.reference, a status of R5",
        ["tests/FhirMapping.Tests/Bundles/golden/r5-statements.json"] = "R5: medication.concept, adherence, statuses of R5",
        ["tests/FhirMapping.Tests/Bundles/mixed-dialects.json"] = "one order of R5 beside R4",
        ["tests/FhirMapping.Tests/Bundles/golden/messy-others.json"] = "an Encounter without class, which is not read anyway",
    };

    private static readonly Dictionary<string, FhirExample> Examples = ProjectExamples.All()
        .Where(example => !example.Name.StartsWith("fhir-profiles/", StringComparison.Ordinal)).ToDictionary(example => example.Name, StringComparer.Ordinal);

    public static TheoryData<string> Sound() => [.. Examples.Keys.Where(name => !Deviant.ContainsKey(name))];

    public static TheoryData<string> NotSound() => [.. Deviant.Keys];

    [Theory]
    [MemberData(nameof(Sound))]
    public void Every_sample_case_and_test_patient_is_valid(string name)
    {
        StrictReading reading = Read(name);
        Assert.Empty(reading.Issues);

        // The cases of our own are written from one mould: reading each is enough, judging each would take minutes.
        if (!name.StartsWith("tests/CdsHooks.Tests/Cases/Own/", StringComparison.Ordinal)) Assert.Empty(OfficialValidator.Validate(reading.Resource!));
    }

    [Theory]
    [MemberData(nameof(NotSound))]
    public void Those_that_are_listed_as_deviant_do_deviate(string name) => Assert.NotEmpty(Read(name).Issues);

    private static StrictReading Read(string name) => StrictReading.Of(Encoding.UTF8.GetString(Examples[name].Json.Span));
}
