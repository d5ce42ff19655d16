namespace Cds.Knowledge.Evaluation;

/// <summary>What is concluded of a patient, found out when somebody asks: cards show a part of it, and rules that are not shown need a part of the rest.</summary>
internal sealed class ConclusionsOnDemand(PatientContext patient) : ListOnDemand<Conclusion>
{
    /// <summary>One of them; null where it does not apply, or only serves other rules.</summary>
    public Conclusion? Of(string id) => patient.Knowledge.Numbers.Conclusions.ContainsKey(id) && patient.Knowledge.Conclusion(id) is { IsInternal: false } ? patient.Outcome(id).Conclusion : null;

    /// <summary>All of them, in the order of the knowledge base.</summary>
    public static Conclusion[] All(PatientContext patient) =>
        [.. patient.Knowledge.Conclusions.Where(definition => !definition.IsInternal).Select(definition => patient.Outcome(definition.Id).Conclusion).OfType<Conclusion>()];

    /// <inheritdoc />
    protected override IReadOnlyList<Conclusion> Make() => All(patient);
}
