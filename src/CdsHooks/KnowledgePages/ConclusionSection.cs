using Cds.CdsHooks.Localization;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>A conclusion as a decision table.</summary>
internal sealed class ConclusionSection(CriterionWording wording, KnowledgeTitles titles, BookSources sources)
{
    /// <summary>Writes the section.</summary>
    public void Write(BookHtml html, ConclusionDefinition conclusion)
    {
        html.OpenRule(conclusion.Id, conclusion.Id, conclusion.Title);
        sources.LocalChanges(html, conclusion.Id);
        if (conclusion.IsInternal) html.Paragraph(BookPhrases.Internal.In(html.Language));
        if (conclusion.Applies is not Always) html.Condition(BookPhrases.AppliesTo, wording.Of(conclusion.Applies));
        Table(html, conclusion);
        Information(html, conclusion.Information);
        html.List(CardPhrases.ToConfirm, conclusion.ToConfirm.Select(rule => Conditional(rule.When, rule.Text, html.Language)));
        sources.Close(html, conclusion.Id, conclusion.Citations, null);
    }

    private void Table(BookHtml html, ConclusionDefinition conclusion)
    {
        LocalizedText[] headers = [BookPhrases.Value, BookPhrases.When];
        switch (conclusion)
        {
            case DecisionTable table:
                html.Table(BookPhrases.DecisionTable, headers, table.Rows.Select(row => new[]
                {
                    Value(conclusion, row.Value, html.Language), row.When is { } when ? Words(when, html.Language) : BookCell.Of(BookPhrases.Otherwise.In(html.Language)),
                }));
                break;
            case Diagnosis diagnosis:
                html.Table(BookPhrases.DiagnosisTable, [BookPhrases.Value, BookPhrases.Criteria, BookPhrases.RecordedAs], diagnosis.Rows.Select(row => new[]
                {
                    Value(conclusion, row.Value, html.Language),
                    row.When is { } when ? Words(when, html.Language) : BookCell.Of(BookPhrases.OnlyRecorded.In(html.Language)),
                    BookCell.Lines([.. row.Recorded.Select(id => titles.Of(id, html.Language)), .. row.RecordedWhen is { } also ? [wording.Of(also).Sentence.In(html.Language)] : Array.Empty<string>()]),
                }));
                html.Condition(BookPhrases.DiagnosisEvidence, wording.Of(diagnosis.Evidence));
                break;
            case MemberList list:
                Members(html, BookPhrases.ListTable, list.Members);
                break;
            case MemberCount count:
                Members(html, BookPhrases.CountTable, count.Members);
                break;
            case PointScore score:
                html.Table(BookPhrases.ScoreTable, [BookPhrases.Item, BookPhrases.When, BookPhrases.Points], score.Items.SelectMany(item => item.Rows.Select(row => new[]
                {
                    BookCell.Of(item.Title.In(html.Language)), Words(row.When, html.Language), BookCell.Of(Number(row.Points)),
                })));
                html.Table(BookPhrases.BandTable, [BookPhrases.Value, BookPhrases.Points], score.Bands.Select(band => new[]
                {
                    Value(conclusion, band.Value, html.Language),
                    BookCell.Of(band.AtMost is { } most ? BookPhrases.UpTo.With("points", Number(most)).In(html.Language) : BookPhrases.Above.In(html.Language)),
                }));
                break;
            case EligibilityChecklist checklist:
                html.Table(BookPhrases.ChecklistTable, [BookPhrases.Item, BookPhrases.FailsWhen, BookPhrases.WhenUnknown, BookPhrases.Source], checklist.Checklist.Select(item => new[]
                {
                    BookCell.Of($"{item.Text.In(html.Language)} ({item.Code})"),
                    Words(item.FailsWhen, html.Language),
                    BookCell.Of((item.ConfirmWhenUnknown ? BookPhrases.ToBeConfirmed : BookPhrases.StaysOpen).In(html.Language)),
                    sources.Cited(item.Citations, html.Language),
                }));
                break;
            case FactNumber number:
                html.Paragraph(BookPhrases.NumberOfFact.With("fact", titles.Of(number.Fact)).In(html.Language));
                break;
            case ComputedConclusion computed:
                html.List(BookPhrases.ComputedSteps, computed.Steps.Select(step => step.In(html.Language)));
                if (computed.Values.Count == 0) break;
                html.Table(BookPhrases.DecisionTable, headers, computed.Values.Select(value => new[]
                {
                    Value(conclusion, value, html.Language), BookCell.Of(computed.Meanings[value].In(html.Language)),
                }));
                break;
            default:
                throw new InvalidOperationException($"Add the kind of conclusion {conclusion.GetType().Name} to ConclusionSection.");
        }
    }

    private void Members(BookHtml html, LocalizedText caption, IReadOnlyList<Member> members) =>
        html.Table(caption, [BookPhrases.Item, BookPhrases.When], members.Select(member => new[]
        {
            BookCell.Of($"{member.Title.In(html.Language)} ({member.Id})"), Words(member.When, html.Language),
        }));

    private void Information(BookHtml html, IReadOnlyList<InformationRule> information) =>
        html.List(BookPhrases.Information, information.Select(rule => Conditional(rule.When, rule.Text, html.Language)));

    private string Conditional(Criterion when, LocalizedText text, Language language) =>
        when is Always ? text.In(language) : $"{wording.Of(when).Sentence.In(language)} → {text.In(language)}";

    private BookCell Words(Criterion criterion, Language language) => BookCell.Of(wording.Of(criterion), language);

    private static BookCell Value(ConclusionDefinition conclusion, string value, Language language) => BookCell.Of(ValueText(conclusion, value, language));

    private static string ValueText(ConclusionDefinition conclusion, string value, Language language) =>
        conclusion.ValueTitles.TryGetValue(value, out LocalizedText? title) ? $"{title.In(language)} ({value})" : value;

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
