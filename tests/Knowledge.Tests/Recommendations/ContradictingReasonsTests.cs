using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Tests.Recommendations;

/// <summary>The reasons of one option agree with each other and with its standing.</summary>
public sealed class ContradictingReasonsTests
{
    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "neuropathy")]
    [InlineData(3, "severe-neuropathy")]
    [InlineData(4, "severe-neuropathy")]
    public void A_graded_neuropathy_is_one_reason_against_bortezomib(int grade, string code) =>
        Assert.Equal(code, Codes(Untreated([Build.Quantity("neuropathy-grade", grade)], [])));

    [Theory]
    [InlineData(true, "severe-neuropathy")]
    [InlineData(false, "neuropathy")]
    [InlineData(null, "neuropathy")]
    public void A_recorded_neuropathy_is_one_reason_against_bortezomib(bool? severe, string code) =>
        Assert.Equal(code, Codes(Untreated([], [new RecordedCondition("peripheral-neuropathy", true, "Condition/pn") { IsSevere = severe }])));

    [Fact]
    public void What_speaks_for_denosumab_is_not_said_where_calcium_forbids_it()
    {
        Option denosumab = Denosumab(7.5m);
        Assert.Equal(Standing.Avoid, denosumab.Standing);
        Assert.DoesNotContain(denosumab.Reasons, reason => reason.Code == "preferred");
    }

    [Fact]
    public void What_speaks_for_denosumab_is_said_where_nothing_forbids_it()
    {
        Option denosumab = Denosumab(9.5m);
        Assert.NotEqual(Standing.Avoid, denosumab.Standing);
        Assert.Contains(denosumab.Reasons, reason => reason.Code == "preferred");
    }

    private static Option Denosumab(decimal calcium)
    {
        PatientFacts patient = Untreated([Build.Quantity("calcium", calcium), Build.Quantity("creatinine-clearance", 50m)], []);
        return Build.Assess(patient).Recommendations.Single(r => r.Id == "bone.antiresorptive").Options.Single(o => o.Id == "denosumab");
    }

    private static string Codes(PatientFacts patient)
    {
        Assessment assessment = Build.Assess(patient);
        Recommendation induction = assessment.Recommendations.Single(r => r.Id.StartsWith("induction.", StringComparison.Ordinal));
        return string.Join(",", induction.Options.Single(o => o.Id == "bd").Reasons.Select(r => r.Code).Where(c => c?.Contains("neuropathy", StringComparison.Ordinal) == true));
    }

    private static PatientFacts Untreated(ObservedFact[] facts, RecordedCondition[] conditions)
    {
        PatientFacts patient = Build.Myeloma([Build.Quantity("marrow-plasma-cells", 40m), Build.Quantity("bone-lesions", 3m), Build.Quantity("albumin", 4.2m), .. facts]);
        return patient with { Conditions = [.. patient.Conditions, .. conditions] };
    }
}
