using Cds.CdsHooks.Cards;

namespace Cds.CdsHooks.Batch.Comparison;

/// <summary>
/// Writes a comparison as the release notes of a knowledge version, Markdown for clinicians: the rules that are new or gone, and rule by rule for how many patients
/// what changes. Examples are told by the facts that decide, without patient, value or date.
/// </summary>
/// <param name="before">What was compared with.</param>
/// <param name="after">What was compared.</param>
/// <param name="language">Language of the notes.</param>
internal sealed class ReleaseNotes(ComparedSide before, ComparedSide after, Language language)
{
    private const int MostChanges = 5;

    private readonly AnswerTexts _before = new(before.Assessor.Knowledge, language), _after = new(after.Assessor.Knowledge, language);

    /// <summary>Writes them.</summary>
    public void Write(TextWriter output, RuleChanges changes)
    {
        output.WriteLine("# " + ReleaseNotePhrases.Title.With("before", NameOf(before, after)).With("after", NameOf(after, before)).In(language));
        output.WriteLine();
        LocalizedText compared = before.AsOf.Text == after.AsOf.Text ? ReleaseNotePhrases.Compared : ReleaseNotePhrases.ComparedDates;
        output.WriteLine(compared.With("count", Text(changes.Patients)).With("changed", Text(changes.Changed)).With("date", before.AsOf.Text).With("later", after.AsOf.Text).In(language));
        if (changes.Unreadable > 0) output.WriteLine(ReleaseNotePhrases.Unreadable.With("count", Text(changes.Unreadable)).In(language));
        WriteRules(output, ReleaseNotePhrases.NewRules, after, before, _after);
        WriteRules(output, ReleaseNotePhrases.WithdrawnRules, before, after, _before);
        WriteHeading(output, "##", ReleaseNotePhrases.Patients.In(language));
        if (changes.Changed == 0) output.WriteLine("\n" + ReleaseNotePhrases.Nobody.In(language));
        foreach (IGrouping<string, RuleChange> rule in changes.All.GroupBy(change => change.Rule)) WriteRule(output, rule.Key, [.. rule]);
    }

    /// <summary>The version; where both have the same, what was asked for.</summary>
    private static string NameOf(ComparedSide side, ComparedSide other)
    {
        string version = side.Assessor.Knowledge.Version;
        return version == other.Assessor.Knowledge.Version ? side.Name : version;
    }

    private void WriteRules(TextWriter output, LocalizedText heading, ComparedSide of, ComparedSide without, AnswerTexts texts)
    {
        string[] rules = [.. RulesOf(of).Except(RulesOf(without), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (rules.Length == 0) return;
        WriteHeading(output, "##", heading.In(language));
        output.WriteLine();
        foreach (string rule in rules) output.WriteLine("- " + Named(rule, texts));
    }

    private static IEnumerable<string> RulesOf(ComparedSide side)
    {
        KnowledgeBase knowledge = side.Assessor.Knowledge;
        return knowledge.ConclusionsById.Keys.Concat(knowledge.Recommendations.Select(recommendation => recommendation.Id));
    }

    private void WriteRule(TextWriter output, string rule, IReadOnlyList<RuleChange> changes)
    {
        string named = Named(rule, RulesOf(after).Contains(rule, StringComparer.Ordinal) ? _after : _before);
        WriteHeading(output, "###", ReleaseNotePhrases.Many.With("rule", named).With("count", Text(changes.Sum(change => change.Patients))).In(language));
        output.WriteLine();
        foreach (RuleChange change in changes.Take(MostChanges))
        {
            output.WriteLine("- " + ReleaseNotePhrases.Change.With("count", Text(change.Patients)).With("before", _before.Of(change.Was)).With("after", _after.Of(change.Is)).In(language));
            string facts = string.Join(CardPhrases.ListSeparator.In(language), change.Examples.SelectMany(example => example.Decisive).Select(basis => basis.Title.In(language)).Distinct(StringComparer.Ordinal));
            if (facts.Length > 0) output.WriteLine("  " + ReleaseNotePhrases.DecidedBy.With("facts", Markdown.Neutralise(facts)).In(language));
        }

        RuleChange[] further = [.. changes.Skip(MostChanges)];
        if (further.Length > 0) output.WriteLine("- " + ReleaseNotePhrases.Further.With("count", Text(further.Sum(change => change.Patients))).With("kinds", Text(further.Length)).In(language));
    }

    private string Named(string rule, AnswerTexts texts) => ReleaseNotePhrases.Rule.With("title", Markdown.Neutralise(texts.Title(rule))).With("id", rule).In(language);

    private static void WriteHeading(TextWriter output, string level, string text)
    {
        output.WriteLine();
        output.WriteLine($"{level} {text}");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
