using System.Globalization;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Therapy;

/// <summary>What the basis of <c>therapy.lines</c> tells: the regimens by name with their cycles, why a line begins, and whose number it has.</summary>
public sealed class LineBasisTests
{
    [Fact]
    public void Drugs_given_together_are_named_as_the_regimen_with_the_cycles_begun() => Assert.Equal(
        ["d-ld 2026-06-01/2026-11-20 lenalidomide + daratumumab + dexamethasone; 7 cycles of 28 days begun"],
        Regimens(Line(Given("lenalidomide", "2026-06-01"), Given("daratumumab", "2026-06-03"), Given("dexamethasone", "2026-06-01"))));

    [Fact]
    public void A_regimen_is_named_in_the_readers_language()
    {
        Basis regimen = Line(Given("lenalidomide", "2026-06-01"), Given("dexamethasone", "2026-06-01")).From.Single(b => b.Fact == "regimen");
        Assert.Equal(new LocalizedText("Ld", "Ld療法"), regimen.ValueTitle);
        Assert.StartsWith("レナリドミド＋デキサメタゾン、", regimen.Comment!.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Induction_and_maintenance_of_one_line_are_named_one_after_the_other() => Assert.Equal(
        ["bld / bld-lite 2025-01-06/2025-05-01 ", "lenalidomide-maintenance 2025-08-01/2026-11-20 "],
        Regimens(Line(
            Given("bortezomib", "2025-01-06", "2025-05-01"), Given("lenalidomide", "2025-01-06", "2025-05-01"), Given("dexamethasone", "2025-01-06", "2025-05-01"),
            Given("lenalidomide", "2025-08-01")))
        .Select(text => text.Replace("bortezomib + lenalidomide + dexamethasone; 6 cycles of 21 days begun", "", StringComparison.Ordinal)));

    [Fact]
    public void A_recorded_dose_decides_between_regimens_of_the_same_drugs() => Assert.StartsWith(
        "kd-weekly ",
        Assert.Single(Regimens(Line(Given("carfilzomib", "2026-06-01") with { DoseAmount = 70m, DoseUnit = "mg/m2" }, Given("dexamethasone", "2026-06-01")))),
        StringComparison.Ordinal);

    [Fact]
    public void A_regimen_for_poems_is_named_only_where_poems_is_recorded()
    {
        DrugRecord[] drugs = [Given("lenalidomide", "2026-06-01"), Given("dexamethasone", "2026-06-01")];
        Assert.StartsWith("ld 2026", Assert.Single(Regimens(Line(drugs))), StringComparison.Ordinal);
        Assert.StartsWith("ld-poems 2026", Assert.Single(Regimens(Line(drugs, "poems"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Drugs_that_no_regimen_holds_have_no_name() =>
        Assert.Empty(Regimens(Line(Given("selinexor", "2026-06-01"), Given("pomalidomide", "2026-06-01"), Given("bendamustine", "2026-06-01"))));

    [Fact]
    public void Every_line_says_why_it_begins_and_a_recorded_number_that_it_is_recorded()
    {
        Basis[] lines = [.. Lines([Given("lenalidomide", "2025-01-06", "2025-06-01"), Given("carfilzomib", "2025-09-01", "2025-12-01"), Given("pomalidomide", "2026-01-10") with { RecordedLine = 4 }])];
        Assert.Equal(
            ["first anti-myeloma treatment", "a new drug after 92 days without treatment", "recorded as line 4; the record wins over the rules"],
            lines.Select(line => line.Comment!.En));
        Assert.Equal(["line of therapy 1", "line of therapy 2", "line of therapy 4"], lines.Select(line => line.Title.En));
        Assert.Contains(lines[2].From, b => b.Resource == "MedicationStatement/pomalidomide" && b.Comment?.En == "recorded as line 4");
    }

    [Fact]
    public void A_number_that_an_observation_gives_is_named_with_it()
    {
        var observed = new ObservedFact("recorded-line-of-therapy", new QuantityValue(ValueRange.Exactly(2m)), Day("2026-07-01"), "Observation/line");
        Basis line = Assert.Single(Lines([Given("lenalidomide", "2026-06-01")], [observed]));
        Assert.Equal("first anti-myeloma treatment; recorded on 2026-07-01 as line 2; the record wins over the rules", line.Comment!.En);
        Assert.Contains(line.From, b => b.Resource == "Observation/line");
    }

    [Fact]
    public void Recorded_refractoriness_is_named_in_the_basis()
    {
        Assessment assessment = Assess([Given("daratumumab", "2025-01-06", "2025-06-01") with { IsRecordedRefractory = true }]);
        Basis basis = Assert.Single(assessment.Conclusions.Single(c => c.Id == "therapy.refractory").Basis);
        Assert.Equal(("MedicationStatement/daratumumab", "recorded as refractory to it"), (basis.Resource, basis.Comment?.En));
    }

    private static IEnumerable<string> Regimens(Basis line) => line.From.Where(b => b.Fact == "regimen").Select(b => $"{((CodeValue)b.Value!).Code} {b.Date} {b.Comment?.En}");

    private static Basis Line(params DrugRecord[] drugs) => Assert.Single(Lines(drugs));

    private static Basis Line(DrugRecord[] drugs, string condition) => Assert.Single(Lines(drugs, conditions: [new RecordedCondition(condition, true, "Condition/c")]));

    private static IReadOnlyList<Basis> Lines(DrugRecord[] drugs, ObservedFact[]? observations = null, RecordedCondition[]? conditions = null) =>
        Assess(drugs, observations, conditions).Conclusions.Single(c => c.Id == "therapy.lines").Basis;

    private static Assessment Assess(DrugRecord[] drugs, ObservedFact[]? observations = null, RecordedCondition[]? conditions = null) => new Assessor(Shipped.Knowledge).Assess(
        new PatientFacts
        {
            Subject = "Patient/p1",
            Conditions = conditions ?? [new RecordedCondition("multiple-myeloma", true, "Condition/mm") { Since = Day("2024-12-01") }],
            DrugRecords = drugs,
            Observations = observations ?? [],
        },
        AsOf.EndOf(new DateOnly(2026, 11, 20)));

    private static DrugRecord Given(string drug, string start, string? end = null) =>
        new(drug, DrugRecordSource.Statement, end is null ? DrugRecordStatus.Active : DrugRecordStatus.Ended, $"MedicationStatement/{drug}") { Start = Day(start), End = end is null ? null : Day(end) };

    private static ClinicalDate Day(string text) => ClinicalDate.OnDay(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
