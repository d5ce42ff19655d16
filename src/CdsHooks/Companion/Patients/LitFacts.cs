using Cds.CdsHooks.Cards;

namespace Cds.CdsHooks.Companion.Patients;

/// <summary>The records that a card rests on, to be lit up in the timeline.</summary>
public sealed class LitFacts
{
    private readonly HashSet<string> _resources = new(StringComparer.Ordinal);

    /// <summary>No card is chosen.</summary>
    public static LitFacts None { get; } = new();

    /// <summary>Whether the card rests on a record.</summary>
    public bool Holds(string? resource) => resource is not null && _resources.Contains(resource);

    internal static LitFacts Of(CardAssessment assessment)
    {
        var lit = new LitFacts();
        lit.Add(assessment.Basis);
        foreach (Conclusion conclusion in assessment.Related) lit.Add(conclusion.Basis);
        foreach (Basis basis in assessment.Options.SelectMany(option => option.Reasons).SelectMany(reason => reason.Basis)) lit.Add([basis]);
        return lit;
    }

    internal static LitFacts Of(IEnumerable<Basis> basis)
    {
        var lit = new LitFacts();
        lit.Add(basis);
        return lit;
    }

    private void Add(IEnumerable<Basis> basis)
    {
        foreach (Basis entry in basis)
        {
            if (entry.Resource is { } resource) _resources.Add(resource);
            Add(entry.From);
        }
    }
}
