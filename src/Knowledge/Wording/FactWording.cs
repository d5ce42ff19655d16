using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Wording;

/// <summary>Criteria about facts in words.</summary>
internal sealed class FactWording(KnowledgeBase knowledge)
{
    private readonly WordList _words = new(knowledge);

    public LocalizedText Comparison(FactComparison comparison) => CriterionPhrases.Of(comparison.Operator)
        .With("what", Named(comparison.Fact, comparison.At)).With("limit", Amount(comparison.Fact, comparison.Threshold));

    public LocalizedText Presence(FactPresence presence) =>
        (presence.Present ? CriterionPhrases.Present : CriterionPhrases.Absent).With("what", Named(presence.Fact, presence.At));

    public LocalizedText Code(FactCode code) => Named(code.Fact, code.At).Joined(": ", "：", WordList.Or([.. code.Codes.Select(c => CodeTitle(code.Fact, c))]));

    public LocalizedText Known(FactKnown known, bool isKnown) =>
        (isKnown ? CriterionPhrases.Known : CriterionPhrases.NotKnown).With("what", Named(known.Fact, known.At));

    public LocalizedText Limit(FactLimit limit)
    {
        FactDefinition fact = knowledge.Facts[limit.Fact];
        LocalizedText which = limit.Upper ? CriterionPhrases.UpperLimit : CriterionPhrases.LowerLimit;
        if ((limit.Upper ? fact.UpperLimit : fact.LowerLimit) is { } standard) which = which.Joined(" ", "", Default(fact, standard));
        if (limit.Times != 1m) which = CriterionPhrases.TimesLimit.With("times", WordList.Number(limit.Times)).With("limit", which);
        LocalizedText text = (limit.Upper ? CriterionPhrases.AboveLimit : CriterionPhrases.BelowLimit).With("what", Named(limit.Fact, limit.At)).With("limit", which);
        return limit.ByMoreThan == 0m ? text : text.Joined(" ", "", CriterionPhrases.ByMoreThan.With("amount", Amount(limit.Fact, limit.ByMoreThan)));
    }

    private LocalizedText CodeTitle(string fact, string code) => knowledge.Facts[fact].CodeTitles.GetValueOrDefault(code) ?? new LocalizedText(code, code);

    private LocalizedText Named(string fact, FactTime at) => at switch
    {
        FactTime.Current => _words.Fact(fact),
        FactTime.Baseline => _words.Fact(fact).Joined(" ", "", CriterionPhrases.AtBaseline),
        FactTime.Ever => _words.Fact(fact).Joined(" ", "", CriterionPhrases.AtAnyTime),
        _ => throw new ArgumentOutOfRangeException(nameof(at), at, "Add the new time to FactWording."),
    };

    private string Amount(string fact, decimal number) => knowledge.Facts[fact].Unit is { } unit ? $"{WordList.Number(number)} {Readable(unit)}" : WordList.Number(number);

    /// <summary>UCUM keeps remarks in braces: <c>mL/min/{1.73_m2}</c>.</summary>
    private static string Readable(string? unit) =>
        unit is null ? "" : unit.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace('_', ' ');

    private static LocalizedText Default(FactDefinition fact, DefaultLimit limit) => limit.Male == limit.Female
        ? CriterionPhrases.DefaultLimit.With("limit", $"{WordList.Number(limit.Male)} {Readable(fact.Unit)}")
        : CriterionPhrases.DefaultLimitBySex.With("men", WordList.Number(limit.Male)).With("women", $"{WordList.Number(limit.Female)} {Readable(fact.Unit)}");
}
