using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests;

/// <summary>Everything that reading gave, one datum a line.</summary>
internal static class FactSummary
{
    public static string Of(PatientFacts facts) => string.Join('\n', Lines(facts));

    public static IEnumerable<string> Lines(PatientFacts facts) =>
    [
        .. facts.Observations.Select(o => $"{o.FactId} {o.Value switch { QuantityValue q => q.Range.ToString(), PresenceValue p => p.Present ? "present" : "absent", CodeValue c => c.Code, _ => "" }} {o.Date.Text} {o.Resource}"),
        .. facts.Conditions.Select(c => $"condition {c.ConditionId} {(c.IsCurrent ? "current" : c.InRemission ? "remission" : "history")} {c.Since?.Text}"),
        .. facts.DrugRecords.Select(d => $"drug {d.DrugId} {d.Source} {d.Status} {d.Start?.Text} to {d.End?.Text} {(d.MatchedByText ? "by text" : "")}".TrimEnd()),
        .. facts.Procedures.Select(p => $"procedure {p.ProcedureId} {p.Performed?.Text}"),
        .. facts.Allergies.Select(a => $"allergy {a.DrugId}"),
        .. facts.Notes.Select(n => $"note {n.Severity} {n.Resource}".TrimEnd()),
    ];
}
