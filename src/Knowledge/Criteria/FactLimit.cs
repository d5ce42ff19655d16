namespace Cds.Knowledge.Criteria;

/// <summary>
/// A number lies outside a reference limit: of the result itself, else of the fact's definition (by sex; where the sex is not known and the
/// limits differ, only what holds for both counts).
/// </summary>
/// <param name="Fact">Fact id.</param>
/// <param name="At">Which value.</param>
/// <param name="Upper">Upper limit (above it) or lower limit (below it).</param>
/// <param name="ByMoreThan">Amount beyond the limit that has to be exceeded, canonical unit.</param>
/// <param name="Times">Multiple of the limit that has to be exceeded.</param>
public sealed record FactLimit(string Fact, FactTime At, bool Upper, decimal ByMoreThan, decimal Times) : Criterion, ITurnsAt
{
    /// <summary>How it is asked for.</summary>
    internal static FactTestKind Kind { get; } = new(
        [
            new("above-upper-limit", MemberType.Flag),
            new("below-lower-limit", MemberType.Flag),
            new("above-upper-limit-by", MemberType.Amount),
            new("below-lower-limit-by", MemberType.Amount),
            new("above-upper-limit-times", MemberType.Number),
        ],
        [
            new("&nbsp;&nbsp;`above-upper-limit: true`, `below-lower-limit: true`", "against the limit of the result, else the fact's default"),
            new("&nbsp;&nbsp;`above-upper-limit-by: 1 mg/dL`, `below-lower-limit-by: 2 g/dL`", "by more than that amount"),
            new("&nbsp;&nbsp;`above-upper-limit-times: 1.5`", "above that multiple of the limit"),
        ],
        Asked);

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        FactReading reading = patient.Read(Fact, At);
        if (reading.Range is not { } range) return Finding.Lacking(reading.Missing.Count > 0 ? reading.Missing : [Fact]);
        FactDefinition fact = patient.Knowledge.Facts[Fact];
        decimal? own = Upper ? reading.Limits?.High : reading.Limits?.Low;
        DefaultLimit? standard = Upper ? fact.UpperLimit : fact.LowerLimit;
        if (own is null && standard is null) return Finding.Lacking(Fact);
        (decimal forMen, decimal forWomen) = own is { } limit ? (limit, limit) : (standard!.Male, standard.Female);
        bool isOpen = own is not null && (Upper ? reading.Limits!.HighExcluded : reading.Limits!.LowExcluded);
        Truth truth = patient.Record.Sex switch
        {
            Sex.Male => Exceeds(range, forMen, isOpen),
            Sex.Female => Exceeds(range, forWomen, isOpen),
            Sex.Unknown => Agreed(Exceeds(range, forMen, isOpen), Exceeds(range, forWomen, isOpen)),
            _ => throw new InvalidOperationException($"Add the limit for sex {patient.Record.Sex}."),
        };
        decimal used = patient.Record.Sex == Sex.Female ? forWomen : forMen;
        LocalizedText source = own is not null ? EvaluationTexts.OwnLimitUsed
            : reading.Limits?.IsUnreadable == true ? EvaluationTexts.DefaultLimitOwnUnreadable
            : EvaluationTexts.DefaultLimitUsed;
        LocalizedText comment = source
            .With("limit", ValueRange.Exactly(used) + (fact.Unit is { } unit ? " " + unit : ""));
        return Finding.Of(truth, [.. reading.Basis.Select(b => b with { Comment = b.Comment is { } c ? new LocalizedText($"{c.En}; {comment.En}", $"{c.Ja}；{comment.Ja}") : comment })], [Fact]);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [new(DependencyKind.Fact, Fact)];

    /// <inheritdoc />
    public IEnumerable<decimal> TurningPoints(FactDefinition fact) => (Upper ? fact.UpperLimit : fact.LowerLimit) is { } limit
        ? new[] { limit.Male, limit.Female }.Select(each => Upper ? each * Times + ByMoreThan : each * Times - ByMoreThan)
        : [];

    /// <inheritdoc />
    public override Clause InWords(WordList words)
    {
        LocalizedText which = words.Limit(Fact, Upper);
        if (Times != 1m) which = new LocalizedText("{times} times {limit}", "{limit}の{times}倍").With("times", WordList.Number(Times)).With("limit", which);
        LocalizedText text = (Upper ? new LocalizedText("{what} above {limit}", "{what}が{limit}を超える") : new LocalizedText("{what} below {limit}", "{what}が{limit}を下回る"))
            .With("what", words.Fact(Fact, At)).With("limit", which);
        return Clause.Statement(ByMoreThan == 0m
            ? text
            : text.Joined(" ", "", new LocalizedText("by more than {amount}", "（差が{amount}を超える）").With("amount", words.Amount(Fact, ByMoreThan))));
    }

    private static IEnumerable<FactLimit> Asked(FactQuestion asked)
    {
        ICriterionEntry entry = asked.Entry;
        if (entry.Flag("above-upper-limit")) yield return Of(asked, true);
        if (entry.Flag("below-lower-limit")) yield return Of(asked, false);
        if (entry.Has("above-upper-limit-by")) yield return Of(asked, true, by: entry.Threshold("above-upper-limit-by", asked.Fact));
        if (entry.Has("below-lower-limit-by")) yield return Of(asked, false, by: entry.Threshold("below-lower-limit-by", asked.Fact));
        if (entry.Has("above-upper-limit-times")) yield return Of(asked, true, times: entry.Number("above-upper-limit-times") ?? 1m);
    }

    private static FactLimit Of(FactQuestion asked, bool upper, decimal by = 0m, decimal times = 1m)
    {
        if (asked.Fact.Kind is not (FactKind.Quantity or FactKind.Number)) asked.Entry.Defect($"fact '{asked.Fact.Id}' has no reference limits");
        return new FactLimit(asked.Fact.Id, asked.At, upper, by, times);
    }

    private Truth Exceeds(ValueRange range, decimal limit, bool isOpen)
    {
        // An open limit ("< 480") is itself outside; at a distance from the limit that makes no difference.
        bool atLimit = isOpen && Times == 1m && ByMoreThan == 0m;
        if (Upper) return atLimit ? range.IsAtLeast(limit) : range.IsMoreThan(limit * Times + ByMoreThan);
        return atLimit ? range.IsAtMost(limit) : range.IsLessThan(limit * Times - ByMoreThan);
    }

    private static Truth Agreed(Truth a, Truth b) => a == b ? a : Truth.Unknown;
}
