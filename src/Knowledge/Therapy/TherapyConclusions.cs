using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Therapy;

/// <summary>Exposure, refractoriness and number of lines as conclusions.</summary>
internal static class TherapyConclusions
{
    /// <summary>The classes that exposure and refractoriness name, in the order of the contract.</summary>
    private static readonly string[] NamedClasses = ["immunomodulator", "proteasome-inhibitor", "anti-cd38"];

    public static Conclusion? Exposed(PatientContext patient, Conclusion answer) => Members(patient, answer, patient.Therapy.Exposed);

    public static Conclusion? Refractory(PatientContext patient, Conclusion answer) => Members(patient, answer, patient.Therapy.Refractory);

    public static Conclusion? Lines(PatientContext patient, Conclusion answer)
    {
        TherapyHistory therapy = patient.Therapy;
        Basis[] basis = [.. therapy.Lines.Select((line, i) => BasisOf(patient, line))];
        if (therapy.IsComplete)
            return answer with { Value = new NumberAnswer(therapy.Lines.Count), Possible = [new NumberAnswer(therapy.Lines.Count)], Basis = basis };
        return answer with { Basis = basis, Missing = [HistoryParts.Medications] };
    }

    /// <summary>One line of therapy as a basis entry: its drugs, dates, and why it is a line of its own.</summary>
    public static Basis BasisOf(PatientContext patient, LineOfTherapy line) => new()
    {
        Fact = "line-of-therapy",
        Title = TherapyTexts.LineTitle.With("number", line.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Value = new CodeValue(string.Join(" + ", line.Drugs)),
        ValueTitle = new LocalizedText(
            string.Join(" + ", line.Drugs.Select(drug => patient.Knowledge.Drugs[drug].Title.En)),
            string.Join("＋", line.Drugs.Select(drug => patient.Knowledge.Drugs[drug].Title.Ja))),
        Date = ClinicalDate.OnDay(line.Start).Text,
        Comment = line.Reason,
        From = [.. line.Periods.SelectMany(p => p.Basis)],
    };

    private static Conclusion? Members(PatientContext patient, Conclusion answer, Func<string, Finding> ask)
    {
        string[] drugs = [.. patient.Therapy.AntiMyeloma.Select(p => p.DrugId).Distinct()];
        (string Id, Finding Finding)[] findings = [.. drugs.Concat(NamedClasses).Select(id => (id, ask(id)))];
        bool complete = patient.Therapy.IsComplete;
        (string Id, Finding Finding)[] open = [.. findings.Where(f => f.Finding.Truth == Truth.Unknown && (!complete || drugs.Contains(f.Id) || HasDrugOf(f.Id)))];
        return answer with
        {
            Value = new ListAnswer([.. findings.Where(f => f.Finding.Truth == Truth.True).Select(f => f.Id)]),
            Undetermined = [.. open.Select(f => f.Id)],
            Basis = findings.Where(f => f.Finding.Truth != Truth.False).Select(f => f.Finding).Joined(),
            Missing = Finding.MissingOf(open.Select(f => f.Finding)),
        };

        bool HasDrugOf(string drugClass) => patient.Therapy.DrugsOf(drugClass).Intersect(drugs).Any();
    }
}
