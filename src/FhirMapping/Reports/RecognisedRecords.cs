using Cds.Knowledge;

namespace Cds.FhirMapping.Reports;

/// <summary>What the records of a patient were read as, one line each, with the code that said so.</summary>
internal sealed class RecognisedRecords(KnowledgeBase knowledge, PatientFacts facts, RecognisedBy by)
{
    /// <summary>The lines, in the order of the facts.</summary>
    public IEnumerable<string> Lines =>
    [
        .. facts.Observations.Select(o => $"{o.Resource}: {o.FactId} = {Text(o)}{Unit(o)}{(o.Original is null ? "" : $" (sent as {o.Original})")}, {o.Date}{By(o.Resource, TargetKind.Fact, o.FactId)}"),
        .. facts.Conditions.Select(c => $"{c.Resource}: condition {c.ConditionId}{(c.IsCurrent ? "" : ", not current")}, {c.Since?.Text ?? "no date"}{By(c.Resource, TargetKind.Condition, c.ConditionId)}"),
        .. facts.DrugRecords.Select(d => $"{d.Resource}: drug {d.DrugId}, {d.Status}, {d.Start?.Text ?? "?"} to {d.End?.Text ?? "?"}{(d.MatchedByText ? ", by its text" : By(d.Resource, TargetKind.Drug, d.DrugId))}"),
        .. facts.Procedures.Select(p => $"{p.Resource}: procedure {p.ProcedureId}, {p.Performed?.Text ?? "no date"}{By(p.Resource, TargetKind.Procedure, p.ProcedureId)}"),
        .. facts.Allergies.Select(a => $"{a.Resource}: allergy to {a.DrugId}{By(a.Resource, TargetKind.Drug, a.DrugId)}"),
        .. facts.OrderedServices.Select(s => $"{s.Resource}: active order of {s.Id}{By(s.Resource, TargetKind.Fact, s.Id)}"),
    ];

    /// <summary>References of the records that something was read from, parts of a record under the record itself.</summary>
    public IReadOnlySet<string> References { get; } = ReferencesOf(facts);

    /// <summary>The same of facts whose lines nobody asks for.</summary>
    public static IReadOnlySet<string> ReferencesOf(PatientFacts facts) => facts.Observations.Select(o => o.Resource)
        .Concat(facts.Conditions.Select(c => c.Resource)).Concat(facts.DrugRecords.Select(d => d.Resource)).Concat(facts.Procedures.Select(p => p.Resource))
        .Concat(facts.Allergies.Select(a => a.Resource)).Concat(facts.OrderedServices.Select(s => s.Resource))
        .Select(RecordOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>The record that holds a part (<c>Observation/a#b</c> is in <c>Observation/a</c>).</summary>
    public static string RecordOf(string reference) => reference.Split('#')[0];

    private string By(string resource, TargetKind kind, string id) => $", by {by.Of(RecordOf(resource), new CodeTarget(kind, id))}";

    private string Unit(ObservedFact observed) => observed.Value is QuantityValue && knowledge.Facts[observed.FactId].Unit is { } unit ? " " + unit : "";

    private static string Text(ObservedFact observed) => observed.Value switch
    {
        QuantityValue quantity => quantity.Range + (observed.AsPrinted is { } printed ? $" (printed: {printed})" : ""),
        PresenceValue presence => presence.Present ? "present" : "absent",
        CodeValue code => code.Code,
        _ => throw new ArgumentOutOfRangeException(nameof(observed), observed.Value, "Add the new kind of value to RecognisedRecords."),
    };
}
