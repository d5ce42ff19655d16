namespace Cds.Knowledge.Criteria;

/// <summary>Another conclusion has one of the values; its possible values are carried along.</summary>
/// <param name="Conclusion">Conclusion id.</param>
/// <param name="Codes">Values that satisfy it.</param>
public sealed record ConclusionIs(string Conclusion, IReadOnlyList<string> Codes) : Criterion
{
    /// <summary>How it is asked for.</summary>
    internal static ConclusionTestKind Kind { get; } = new(
        [new("is", MemberType.Texts), new("in", MemberType.List)],
        new("&nbsp;&nbsp;`is: value`, `in: [..]`", "it has the value, or one of them"),
        asked => new[] { "is", "in" }.Where(asked.Entry.Has).Select(key => new ConclusionIs(asked.Id, asked.Named(key))));

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) =>
        patient.Outcome(Conclusion).Ask(answer => answer is CodeAnswer code && Codes.Contains(code.Code));

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [new(DependencyKind.Conclusion, Conclusion)];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(words.Title(Conclusion).Joined(": ", "：", words.Values(Conclusion, Codes)));
}
