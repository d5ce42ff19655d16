using Cds.Knowledge.Conclusions;

namespace Cds.CdsHooks.Cards;

/// <summary>The words of stages and risks: one line each, with what is needed where one is open.</summary>
internal sealed class StageLines(KnowledgeBase knowledge, KnowledgeTitles titles)
{
    /// <summary>So many missing facts are named on a line; the others are counted.</summary>
    private const int MostMissing = 4;

    /// <summary>Whether a value is known or at least one is excluded.</summary>
    public bool TellsSomething(Conclusion conclusion) => conclusion.Value is not null
        || !knowledge.ConclusionsById.TryGetValue(conclusion.Id, out ConclusionDefinition? definition)
        || conclusion.Possible.Count < (definition is MemberCount count ? count.Members.Count + 1 : definition.Values.Count);

    /// <summary>The stages in one sentence, and once what they lack: as many names as a summary has room for, the others counted.</summary>
    public string InOneSentence(IReadOnlyList<Conclusion> stages, Language language)
    {
        string told = string.Join(GlancePhrases.StageSeparator.In(language), stages.Select(stage => Sentence(stage, language)));
        string[] missing = [.. stages.Where(stage => stage.Value is null).SelectMany(stage => stage.Missing).Distinct()];
        return Enumerable.Range(1, missing.Length).Reverse().Select(most => told + Missing(missing, language, most)).FirstOrDefault(sentence => sentence.Length <= SummaryText.Longest) ?? told;
    }

    /// <summary>
    /// The stages and risks side by side. A risk of the documents of which nothing is known has a line only where it lacks something that no other line names.
    /// </summary>
    public IReadOnlyList<string> SideBySide(IReadOnlyList<Conclusion> shown, bool markBeyond, Language language)
    {
        Func<Conclusion, bool> isTold = conclusion => TellsSomething(conclusion) || !IsRisk(conclusion) || conclusion.Origin is not null;
        HashSet<string> named = [.. shown.Where(isTold).SelectMany(conclusion => conclusion.Missing)];
        return
        [
            .. shown.Where(conclusion => isTold(conclusion) || !conclusion.Missing.All(named.Contains))
                .Select(conclusion => Line(conclusion, markBeyond && conclusion.Origin is not null, language)),
        ];
    }

    /// <summary>One stage or risk, with what it lacks.</summary>
    public string Line(Conclusion conclusion, bool markBeyond, Language language) =>
        Sentence(markBeyond ? conclusion with { Title = ModulePhrases.MarkedInBrackets(conclusion.Title) } : conclusion, language)
        + (conclusion.Value is null ? Missing(conclusion.Missing, language, MostMissing) : "");

    private bool IsRisk(Conclusion conclusion) => knowledge.Conclusion(conclusion.Id).StagingCard?.Part == StagingCardPart.Risk;

    private string Sentence(Conclusion conclusion, Language language)
    {
        string title = conclusion.Title.In(language);
        IReadOnlyList<string> values = conclusion.Value is { } value ? [Name(conclusion, value, language)] : Possible(conclusion, language);
        if (values.Count == 0 || !TellsSomething(conclusion)) return CardPhrases.StageUndetermined.With("stage", title).In(language);

        // A title may name the value already (double-hit).
        if (title.EndsWith(values[0], StringComparison.Ordinal)) return title;
        string joined = Joined([.. WithSharedWordOnce(values)], language);
        string shared = joined[..(joined.IndexOf(' ', StringComparison.Ordinal) + 1)];
        return shared.Length > 1 && $"{title} ".EndsWith($" {shared}", StringComparison.Ordinal)
            ? title + joined[(shared.Length - 1)..]
            : CardPhrases.StagePossible.With("stage", title).With("values", joined).In(language);
    }

    /// <summary>"I, II or III".</summary>
    private static string Joined(string[] values, Language language) =>
        string.Join(CardPhrases.Or.In(language), values.Length < 3 ? values : [string.Join(CardPhrases.ListSeparator.In(language), values[..^1]), values[^1]]);

    /// <summary>"stage I", "stage II" are "stage I", "II".</summary>
    private static IEnumerable<string> WithSharedWordOnce(IReadOnlyList<string> values)
    {
        string word = values[0][..(values[0].IndexOf(' ', StringComparison.Ordinal) + 1)];
        bool isShared = word.Length > 0 && values.All(value => value.StartsWith(word, StringComparison.Ordinal));
        return values.Select((value, i) => isShared && i > 0 ? value[word.Length..] : value);
    }

    /// <summary>Values that the data still allow; numbers as a range.</summary>
    private IReadOnlyList<string> Possible(Conclusion conclusion, Language language) =>
        conclusion.Possible.Count > 1 && conclusion.Possible.All(answer => answer is NumberAnswer)
            ? [$"{ValueText.Of(conclusion.Possible.MinBy(Number)!)}{(language == Language.Japanese ? "～" : "–")}{ValueText.Of(conclusion.Possible.MaxBy(Number)!)}"]
            : [.. conclusion.Possible.Select(answer => Name(conclusion, answer, language))];

    private static decimal Number(Answer answer) => ((NumberAnswer)answer).Number;

    private string Name(Conclusion conclusion, Answer value, Language language) => (conclusion.Value is not null ? conclusion.ValueTitle
        : knowledge.ConclusionsById.TryGetValue(conclusion.Id, out ConclusionDefinition? definition) ? definition.ValueTitles.GetValueOrDefault(ValueText.Of(value))
        : null)?.In(language) ?? ValueText.Of(value);

    private string Missing(IEnumerable<string> facts, Language language, int most)
    {
        string[] names = [.. facts.Select(id => titles.Of(id).BeforeBracket.In(language))];
        if (names.Length == 0) return "";
        string named = string.Join(CardPhrases.ListSeparator.In(language), names.Take(most));
        if (names.Length > most) named = CardPhrases.AndMore.With("facts", named).With("count", (names.Length - most).ToString(CultureInfo.InvariantCulture)).In(language);
        return CardPhrases.MissingBrackets.With("facts", named).In(language);
    }
}
