using System.Globalization;
using System.Text;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Localization;
using Cds.Knowledge;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>Writes single rules of the knowledge book, each a section under its id.</summary>
internal sealed class BookEntries(KnowledgeBase knowledge, KnowledgeTitles titles, CardSources sources)
{
    /// <summary>A conclusion: its values, what a reader should know, where it comes from.</summary>
    public string Write(ConclusionDefinition conclusion, Language language)
    {
        StringBuilder html = Start(conclusion.Id, conclusion.Title, language);
        if (conclusion.Values.Count > 0)
        {
            IEnumerable<string> values = conclusion.Values.Select(value =>
                conclusion.ValueTitles.TryGetValue(value, out LocalizedText? title) ? $"{title.In(language)} ({value})" : value);
            Paragraph(html, $"{BookPhrases.Values.In(language)}: {string.Join(CardPhrases.ListSeparator.In(language), values)}");
        }

        foreach (InformationRule information in conclusion.Information) Paragraph(html, information.Text.In(language));
        return End(html, conclusion.Citations, null, language);
    }

    /// <summary>A recommendation: explanation, options with their standing, what to confirm, where it comes from.</summary>
    public string Write(RecommendationDefinition recommendation, Language language)
    {
        StringBuilder html = Start(recommendation.Id, recommendation.Title, language);
        html.Append(HtmlText.FromMarkdown(recommendation.Detail.In(language)));
        if (recommendation.EvidenceLevel is { } level) Paragraph(html, $"{BookPhrases.EvidenceLevel.In(language)}: {level}");
        Table(html, [BookPhrases.Option, BookPhrases.Standing, BookPhrases.Reason], recommendation.Options.Select(option => new[]
        {
            knowledge.TitleOf(option).In(language),
            CardPhrases.Of(option.Standing).In(language),
            string.Join("; ", Reasons(option, language)),
        }), language);
        foreach (InformationRule information in recommendation.Information) Paragraph(html, information.Text.In(language));
        List(html, CardPhrases.ToConfirm, recommendation.ToConfirm.Select(rule => rule.Text.In(language)), language);
        return End(html, recommendation.Citations, recommendation.Grade, language);
    }

    /// <summary>A regimen: drugs with dose and schedule, evidence, where it comes from.</summary>
    public string Write(Regimen regimen, Language language)
    {
        StringBuilder html = Start(regimen.Id, regimen.Title, language);
        Table(html, [BookPhrases.Drug, BookPhrases.Dose, BookPhrases.Days, BookPhrases.Source], regimen.Drugs.Select(drug => new[]
        {
            titles.Of(drug.Drug, language),
            Dose(drug) + (drug.Remark is { } remark ? $" ({remark.In(language)})" : ""),
            string.Join(", ", drug.Days),
            drug.Source is { } source ? $"{knowledge.Documents[source.Document].ShortName.In(language)}, {source.Locator}" : "",
        }), language);
        if (regimen.CycleDays is { } days) Paragraph(html, BookPhrases.Cycle.With("days", Text(days)).In(language));
        if (regimen.Cycles is { } cycles) Paragraph(html, BookPhrases.Cycles.With("count", Text(cycles)).In(language));
        if (regimen.Duration is { } duration) Paragraph(html, duration.In(language));
        if (regimen.OffLabelDrugs.Count > 0)
        {
            string drugs = string.Join(CardPhrases.ListSeparator.In(language), regimen.OffLabelDrugs.Select(id => titles.Of(id, language)));
            Paragraph(html, BookPhrases.OffLabel.With("drugs", drugs).In(language));
        }

        foreach (LocalizedText remark in regimen.Remarks) Paragraph(html, remark.In(language));
        List(html, CardPhrases.Evidence, regimen.Evidence.Select(evidence => EvidenceLine.Write(evidence, language)), language);
        return End(html, regimen.Citations, null, language);
    }

    private static IEnumerable<string> Reasons(OptionDefinition option, Language language)
    {
        if (option.Reason is { } reason) yield return reason.In(language);
        foreach (StandingRule rule in option.Rules) yield return $"{CardPhrases.Of(rule.Standing).In(language)}: {rule.Reason.In(language)}";
    }

    private static string Dose(RegimenDrug drug) =>
        drug.DoseAmount is { } amount ? string.Create(CultureInfo.InvariantCulture, $"{amount} {drug.DoseUnit}") : "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static StringBuilder Start(string id, LocalizedText title, Language language) => new StringBuilder()
        .Append("<section id=\"").Append(HtmlText.Encode(id)).Append("\"><h3>").Append(HtmlText.Encode(title.In(language)))
        .Append("</h3><div class=\"id\">").Append(HtmlText.Encode(id)).Append("</div>");

    private string End(StringBuilder html, IReadOnlyList<Citation> citations, string? grade, Language language)
    {
        Paragraph(html, sources.Line(citations, grade, language));
        return html.Append("</section>").ToString();
    }

    private static void Paragraph(StringBuilder html, string text) => html.Append("<p>").Append(HtmlText.Encode(text)).Append("</p>");

    private static void List(StringBuilder html, LocalizedText title, IEnumerable<string> items, Language language)
    {
        string[] lines = [.. items];
        if (lines.Length == 0) return;
        html.Append("<p><strong>").Append(HtmlText.Encode(title.In(language))).Append("</strong></p><ul>");
        foreach (string line in lines) html.Append("<li>").Append(HtmlText.Encode(line)).Append("</li>");
        html.Append("</ul>");
    }

    private static void Table(StringBuilder html, LocalizedText[] headers, IEnumerable<string[]> rows, Language language)
    {
        string[][] cells = [.. rows];
        if (cells.Length == 0) return;
        html.Append("<table><thead><tr>").AppendJoin("", headers.Select(header => $"<th>{HtmlText.Encode(header.In(language))}</th>")).Append("</tr></thead><tbody>");
        foreach (string[] row in cells) html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{HtmlText.Encode(cell)}</td>")).Append("</tr>");
        html.Append("</tbody></table>");
    }
}
