using Cds.FhirMapping.Cytogenetics;
using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads DiagnosticReports: Observations that they contain, and the conclusion of a cytogenetic report.</summary>
internal sealed class DiagnosticReportReader(ReadingContext context, ObservationReader observations)
{
    private static readonly string[] NotCounting = ["entered-in-error", "cancelled", "registered"];
    private static readonly string[] Counting = ["partial", "preliminary", "modified", "final", "amended", "corrected", "appended", "unknown"];
    private static readonly LocalizedText Name = new("report", "報告書");

    public void Read(ResourceEntry entry, DiagnosticReport report)
    {
        if (!context.IsAboutPatient(entry, report.Subject)) return;
        if (StatusWords.Of(report.StatusElement) is { } status && !Counting.Contains(status))
        {
            if (NotCounting.Contains(status)) context.Notes.Status(entry.Reference, Name, status);
            else context.Notes.UnknownStatus(entry.Reference, Name, status);
            return;
        }

        context.Reports.Add(entry.Reference, report.ListOf<ResourceReference>("result"));
        var period = report.Effective as Period;
        ClinicalDate? date = context.Dates.Read(report.Effective) ?? context.Dates.Read(period?.EndElement) ?? context.Dates.Read(period?.StartElement) ?? context.Dates.Read(report.IssuedElement);
        foreach (Observation contained in report.Contained.OfType<Observation>()) observations.ReadContained(contained, $"{entry.Reference}#{contained.IdElement.Text()}", date);
        if (report.ConclusionElement.Text() is not { } conclusion || !context.Codes.Find(context.See(report.Code)).Contains(SpecialTest.Cytogenetics)) return;
        IReadOnlyList<CytogeneticFinding> findings = IscnReader.Read(conclusion);
        if (findings.Count == 0) context.Notes.NoAbnormalityNamed(entry.Reference, Name);
        foreach (CytogeneticFinding finding in findings)
        {
            if (!context.Knowledge.Facts.TryGetValue(finding.FactId, out FactDefinition? fact)) continue;
            Answer answer = PresenceValueReader.Decide(fact, finding);
            if (date is null) context.Notes.NoDate(entry.Reference, fact.Title);
            else if (answer is Answer.Positive or Answer.Negative) context.Observe(fact, new PresenceValue(answer == Answer.Positive), date.Value, entry.Reference);
            else context.Notes.Indeterminate(entry.Reference, fact.Title, conclusion);
        }
    }
}
