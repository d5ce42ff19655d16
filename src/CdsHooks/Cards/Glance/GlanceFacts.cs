using Cds.Knowledge.Facts;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Cards.Glance;

/// <summary>The facts that decide, each with its value and date. The diagnosis is known to whoever opens the chart and is not repeated.</summary>
internal sealed class GlanceFacts(KnowledgeBase knowledge, DecisiveData decisive)
{
    private const int Fewest = 2, MostOfOneReason = 2;

    private const string OfThePatient = "Patient/";

    /// <summary>
    /// The facts of a recommendation: first those behind the reasons of the options shown and behind what speaks against an eligibility, then those of whom it applies to (measured ones
    /// before what runs), then those against other options. A reason that rests on many data is an answer of its own, which is told by none of them.
    /// </summary>
    public IReadOnlyList<string> Of(CardContext context, Recommendation recommendation, IReadOnlyList<Option> shown)
    {
        Func<Basis, bool> applies = decisive.Applying(recommendation, context.Assessment);
        Func<Basis, bool> ofDiagnosis = entry => OfDiagnosis(context).SelectMany(conclusion => conclusion.Basis).Any(entry.IsSameDatumAs);
        Basis[] data = [.. decisive.Of(recommendation, context.Assessment).OrderBy(entry => applies(entry) ? 0 : 1).ThenBy(entry => ofDiagnosis(entry) ? 1 : 0).ThenBy(Rank)];
        IReadOnlyList<string> lines = Lines(context,
        [
            .. Reasons(shown.Select(option => option.Reasons is [var first, ..] ? first : null)),
            .. decisive.Against(recommendation, context.Assessment),
            .. data.Take(Fewest),
            .. Reasons(recommendation.Options.Except(shown).Where(option => option.Standing is Standing.Avoid or Standing.Caution).SelectMany(option => option.Reasons)),
            .. data.Skip(Fewest),
        ]);
        if (lines.Count >= Fewest) return lines;

        // Where nothing else decides, the diagnosis and what shows it do.
        return [.. lines.Concat(OfDiagnosis(context).SelectMany(conclusion => conclusion.Basis).OrderBy(Rank).Select(entry => Line(entry, context))).Distinct().Take(Fewest)];
    }

    /// <summary>The data behind some reasons: the first of each, then the second of each, so that no reason takes the place of another.</summary>
    private static IEnumerable<Basis> Reasons(IEnumerable<OptionReason?> reasons) => reasons.OfType<OptionReason>().Where(reason => reason.Basis.Count <= MostOfOneReason)
        .SelectMany(reason => reason.Basis.Select((entry, place) => (entry, place))).OrderBy(of => of.place).Select(of => of.entry);

    /// <summary>The data as they are, in their order.</summary>
    public IReadOnlyList<string> Lines(CardContext context, IEnumerable<Basis> basis)
    {
        HashSet<string> diagnosis = [.. Diagnosis(context)];
        var seen = new HashSet<string>();
        return [.. basis.Where(entry => !diagnosis.Contains(entry.Fact) && seen.Add(entry.Fact)).Select(entry => Line(entry, context)).Distinct()];
    }

    /// <summary>The conclusion, and what was recorded of it without a value.</summary>
    private IEnumerable<string> Diagnosis(CardContext context) => knowledge.Roles.Diagnosis is not { } id ? [] :
    [
        id,
        .. OfDiagnosis(context).SelectMany(conclusion => conclusion.Basis).Where(entry => entry.Value is null).Select(entry => entry.Fact),
        .. OfDiagnosis(context).Select(conclusion => conclusion.Value).OfType<CodeAnswer>().Select(answer => answer.Code),
    ];

    private IEnumerable<Conclusion> OfDiagnosis(CardContext context) => knowledge.Roles.Diagnosis is { } id && context.Assessment.Conclusion(id) is { } diagnosis ? [diagnosis] : [];

    /// <summary>Measured values decide most often, then findings, then drugs that run, then what happened before.</summary>
    private int Rank(Basis entry) => entry.Value switch
    {
        QuantityValue or PresenceValue => 0,
        null when entry.Date is { } date && date.EndsWith('/') => 1,
        CodeValue when knowledge.Facts.ContainsKey(entry.Fact) => 1,
        null => 2,
        _ => 3,
    };

    private static string Line(Basis entry, CardContext context)
    {
        Language language = context.Language;
        string title = entry.Title.BeforeBracket.In(language);
        string what = entry.Value switch
        {
            null => title,
            CodeValue => language == Language.Japanese ? $"{title}：{ValueText.Brief(entry, language)}" : $"{title}: {ValueText.Brief(entry, language)}",
            _ => $"{title} {ValueText.Brief(entry, language)}",
        };
        return new GlanceDate(context.AsOf, language).Of(DateOf(entry)) is { } date ? GlancePhrases.Dated.With("what", what).With("date", date).In(language) : what;
    }

    /// <summary>Of a computed value that of what it was computed from; a birth date is no date of an age.</summary>
    private static string? DateOf(Basis entry)
    {
        if (entry.Resource?.StartsWith(OfThePatient, StringComparison.Ordinal) == true) return null;
        return entry.Date ?? entry.From.Select(DateOf).OfType<string>().OrderDescending(StringComparer.Ordinal).FirstOrDefault();
    }
}
