using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Content;

/// <summary>Every organ finding against every option that any patient is offered: what speaks against one of its drugs stands at the option, and the option stands no better than that.</summary>
public sealed class OrganOptionTests
{
    private static readonly Dictionary<string, Func<PatientFacts, PatientFacts>> Findings = new()
    {
        ["creatinine clearance 20"] = p => With(p, Build.Quantity("creatinine-clearance", 20m)),
        ["dialysis"] = p => With(p, "dialysis"),
        ["acute renal failure"] = p => With(p, "acute-renal-failure"),
        ["ejection fraction 40"] = p => With(p, Build.Quantity("lvef", 40m)),
        ["heart failure"] = p => With(p, "heart-failure"),
        ["neuropathy of grade 2"] = p => With(p, Build.Quantity("neuropathy-grade", 2m)),
        ["neuropathy of grade 3"] = p => With(p, Build.Quantity("neuropathy-grade", 3m)),
        ["interstitial lung disease"] = p => With(p, "interstitial-lung-disease"),
        ["neutrophils 0.4"] = p => With(p, Build.Quantity("neutrophils", 0.4m)),
        ["platelets 20"] = p => With(p, Build.Quantity("platelets", 20m)),
        ["bilirubin 3"] = p => With(p, Build.Quantity("bilirubin", 3m)),
        ["pregnancy"] = p => With(p, "pregnancy"),
        ["thrombosis"] = p => With(p, "venous-thromboembolism"),
    };

    private static readonly Dictionary<string, PatientFacts> Patients = new()
    {
        ["untreated, under 65"] = Born(Build.Myeloma(Build.Presence("bone-lesions", true)), 1966),
        ["untreated, 77"] = Born(Build.Myeloma(Build.Presence("bone-lesions", true)), 1949),
        ["relapsed once"] = Relapsed("lenalidomide"),
        ["refractory to bortezomib"] = Relapsed("bortezomib"),
        ["AL amyloidosis"] = Of("al-amyloidosis"),
        ["POEMS"] = Of("poems"),
    };

    public static TheoryData<string> Names => [.. Findings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_speaks_against_a_drug_stands_at_every_option_that_holds_it(string finding)
    {
        int against = 0;
        foreach ((string name, PatientFacts whole) in Patients)
        {
            PatientFacts patient = Findings[finding](whole);
            foreach (Recommendation recommendation in Build.Assess(patient).Recommendations)
            {
                foreach (Option option in recommendation.Options.Where(option => Shipped.Knowledge.Regimens.ContainsKey(option.Id)))
                {
                    (Standing Standing, OptionReason Reason)[] reasons = [.. Against(patient, option)];
                    against += reasons.Length;
                    foreach ((Standing standing, OptionReason reason) in reasons)
                    {
                        Assert.True(option.Reasons.Any(r => r.Code == reason.Code && r.Text == reason.Text), $"{name}, {recommendation.Definition.Id}, {option.Id}: {reason.Code} is not said");
                        Assert.True(option.Standing >= standing, $"{name}, {recommendation.Definition.Id}, {option.Id}: {option.Standing} in spite of {reason.Code}");
                    }
                }
            }
        }

        Assert.True(against > 0, $"{finding} speaks against nothing that is offered");
    }

    private static IEnumerable<(Standing, OptionReason)> Against(PatientFacts patient, Option option)
    {
        Regimen regimen = Shipped.Knowledge.Regimens[option.Id];
        PatientContext context = Build.Context(patient).Planning(regimen);
        return regimen.Drugs.GroupBy(drug => drug.Drug).SelectMany(drug => DrugReasons.Of(context, DrugInUse.Of(Shipped.Knowledge.Drugs[drug.Key], [.. drug.Select(d => (Route?)d.Route)])).Reasons);
    }

    private static PatientFacts Born(PatientFacts patient, int year) => patient with { BirthDate = ClinicalDate.OnDay(new DateOnly(year, 5, 1)) };

    private static PatientFacts With(PatientFacts patient, ObservedFact fact) => patient with { Observations = [.. patient.Observations, fact] };

    private static PatientFacts With(PatientFacts patient, string condition) =>
        patient with { Conditions = [.. patient.Conditions, new RecordedCondition(condition, true, $"Condition/{condition}") { Since = ClinicalDate.OnDay(Build.Day(3)) }] };

    private static PatientFacts Of(string disease) => Build.Myeloma() with { Conditions = [new RecordedCondition(disease, true, $"Condition/{disease}") { Since = ClinicalDate.OnDay(Build.Day(20)) }] };

    private static PatientFacts Relapsed(string drug) => Build.Myeloma(new ObservedFact("disease-status", new Facts.CodeValue("progression"), ClinicalDate.OnDay(Build.Day(10)), "Observation/status")) with
    {
        Conditions = [new RecordedCondition("multiple-myeloma", true, "Condition/mm") { Since = ClinicalDate.OnDay(Build.Day(900)) }],
        DrugRecords = [new DrugRecord(drug, DrugRecordSource.Statement, DrugRecordStatus.Ended, "MedicationStatement/a") { Start = ClinicalDate.OnDay(Build.Day(800)), End = ClinicalDate.OnDay(Build.Day(drug == "bortezomib" ? 12 : 500)) }],
    };
}
