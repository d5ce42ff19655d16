using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>A conclusion for one patient, or why it is absent.</summary>
/// <param name="Applies">Whether it applies; false makes it absent, unknown leaves it open for the rules that read it.</param>
/// <param name="Conclusion">The conclusion; null unless it applies.</param>
internal sealed record ConclusionOutcome(Finding Applies, Conclusion? Conclusion)
{
    /// <summary>While it is open whether it applies: what it would say if it did; null when it could say nothing.</summary>
    private ConclusionOutcome? Potential { get; init; }

    /// <summary>A conclusion of which it is open whether it applies.</summary>
    /// <param name="applies">What is lacking to tell.</param>
    /// <param name="potential">What it would say.</param>
    public static ConclusionOutcome Open(Finding applies, Conclusion? potential) =>
        potential is null ? Absent(Finding.Never) : new(applies, null) { Potential = Of(potential) };

    /// <summary>A conclusion that applies.</summary>
    public static ConclusionOutcome Of(Conclusion conclusion) => new(Finding.Always, conclusion);

    /// <summary>A conclusion that does not apply, or may not.</summary>
    public static ConclusionOutcome Absent(Finding applies) => new(applies, null);

    /// <summary>Answers a question about the conclusion, three-valued.</summary>
    /// <param name="holds">Whether one possible value satisfies the question.</param>
    public Finding Ask(Func<Answer, bool> holds)
    {
        if (Conclusion is not { } conclusion) return WithoutConclusion(potential => potential.Ask(holds));
        if (conclusion.Value is { } value) return Finding.Of(holds(value).ToTruth(), conclusion.Basis, []);
        int matching = conclusion.Possible.Count(holds);
        if (conclusion.Possible.Count > 0 && matching == 0) return Finding.Of(Truth.False, conclusion.Basis, []);
        if (conclusion.Possible.Count > 0 && matching == conclusion.Possible.Count) return Finding.Of(Truth.True, conclusion.Basis, []);
        return Finding.Of(Truth.Unknown, conclusion.Basis, conclusion.Missing);
    }

    /// <summary>Whether a list-valued conclusion contains a member.</summary>
    public Finding Contains(string member)
    {
        if (Conclusion is not { } conclusion) return WithoutConclusion(potential => potential.Contains(member));
        bool known = conclusion.Value is ListAnswer list && list.Members.Contains(member);
        if (known) return Finding.Of(Truth.True, conclusion.Basis, []);
        return conclusion.Undetermined.Contains(member)
            ? Finding.Of(Truth.Unknown, conclusion.Basis, conclusion.Missing)
            : Finding.Of(Truth.False, conclusion.Basis, []);
    }

    /// <summary>Whether a list-valued conclusion has any member.</summary>
    public Finding HasAny()
    {
        if (Conclusion is not { } conclusion) return WithoutConclusion(potential => potential.HasAny());
        if (conclusion.Value is ListAnswer { Members.Count: > 0 }) return Finding.Of(Truth.True, conclusion.Basis, []);
        return conclusion.Undetermined.Count > 0
            ? Finding.Of(Truth.Unknown, conclusion.Basis, conclusion.Missing)
            : Finding.Of(Truth.False, conclusion.Basis, []);
    }

    /// <summary>
    /// Absent answers no to every question. While it is open whether it applies, a question that it would answer no to is answered no.
    /// </summary>
    private Finding WithoutConclusion(Func<ConclusionOutcome, Finding> question)
    {
        if (Applies.Truth == Truth.False || Potential is null) return Applies with { Truth = Truth.False, Missing = [] };
        Finding answer = question(Potential);
        return answer.Truth == Truth.False ? answer : Applies;
    }
}
