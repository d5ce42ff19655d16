using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests;

/// <summary>The example patients of mCODE 4.0.0 (see Bundles/mcode/README.md).</summary>
public sealed class McodeExampleTests
{
    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Bundles", "mcode"), "*.json").Select(f => "mcode/" + Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static PatientFacts Facts(string file) => Reading.OfBundle(Reading.File(file)).Facts!;

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_example_is_read_without_a_problem_and_without_errors(string file)
    {
        PatientFactsReading reading = Reading.OfBundle(Reading.File(file));
        Assert.Null(reading.Problem);
        Assert.DoesNotContain(reading.Facts!.Notes, n => n.Severity == NoteSeverity.Error);
    }

    [Fact]
    public void The_recorded_ISS_and_R_ISS_stages_are_read()
    {
        PatientFacts facts = Facts("mcode/cancer-patient-john-anyperson.json");
        Assert.Equal("II", facts.Code("recorded-iss"));
        Assert.Equal("II", facts.Code("recorded-r-iss"));
    }

    [Fact]
    public void Drugs_coded_as_products_are_recognised_by_their_text()
    {
        PatientFacts facts = Facts("mcode/cancer-patient-jenny-m.json");
        Assert.Contains(facts.DrugRecords, d => d is { DrugId: "cyclophosphamide" });
        Assert.Contains(facts.DrugRecords, d => d is { DrugId: "doxorubicin" });
    }

    [Fact]
    public void Disease_status_is_read_from_its_profile() =>
        Assert.Equal("improvement", Facts("mcode/cancer-patient-brian-l.json").Code("disease-status"));

    [Fact]
    public void Radiotherapy_and_surgery_are_recognised_by_their_profiles()
    {
        PatientFacts facts = Facts("mcode/cancer-patient-jenny-m.json");
        Assert.Contains(facts.Procedures, p => p.ProcedureId == "radiotherapy");
        Assert.Contains(facts.Procedures, p => p.ProcedureId == "surgery");
    }
}
