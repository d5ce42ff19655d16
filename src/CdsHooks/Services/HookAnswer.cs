using Cds.CdsHooks.Audit;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Errors;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Services;

/// <summary>What a service answers: cards, or the problem that keeps it from answering.</summary>
internal sealed record HookAnswer
{
    private HookAnswer()
    {
    }

    /// <summary>Cards, the most urgent first; empty when there is nothing to say.</summary>
    public IReadOnlyList<Card> Cards { get; private init; } = [];

    /// <summary>What was ignored while reading, for the log's count.</summary>
    public IReadOnlyList<Note> Notes { get; private init; } = [];

    /// <summary>Cards that are not shown.</summary>
    public IReadOnlyList<KeptBack> KeptBack { get; init; } = [];

    /// <summary>The problem, or null.</summary>
    public RequestProblem? Problem { get; private init; }

    /// <summary>An answer with cards, or none.</summary>
    public static HookAnswer Of(IReadOnlyList<Card> cards, IReadOnlyList<Note> notes) => new() { Cards = cards, Notes = notes };

    /// <summary>No answer.</summary>
    public static HookAnswer Refused(RequestProblem problem) => new() { Problem = problem };
}
