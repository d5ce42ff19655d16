using System.Collections.Frozen;
using System.Text;
using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Localization;
using Cds.Knowledge;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>
/// The knowledge book: one printable page per document with every rule that cites it. Each rule is an anchor under its own id; cards link there.
/// Written from the same data that answers requests.
/// </summary>
internal sealed class KnowledgeBook(KnowledgeBase knowledge, BookEntries entries)
{
    private const string Style =
        "body{font-family:system-ui,'Hiragino Sans','Noto Sans JP',sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;line-height:1.5;color:#1a1a1a}"
        + "h1{font-size:1.6rem}h2{border-bottom:1px solid #bbb;margin-top:2.5rem}h3{margin-bottom:.2rem}.id{color:#555;font-family:monospace;font-size:.85rem}"
        + "table{border-collapse:collapse;width:100%;margin:.6rem 0}th,td{border:1px solid #bbb;padding:.25rem .5rem;text-align:left;vertical-align:top}"
        + "section:target{outline:3px solid #e0a800;outline-offset:.5rem}.limits{background:#f4f4f4;padding:.6rem 1rem}"
        + "@media print{nav{display:none}section{break-inside:avoid}}";

    private readonly FrozenDictionary<string, IReadOnlyList<ConclusionDefinition>> _conclusions = ByDocument(
        knowledge.Conclusions.Where(conclusion => !conclusion.IsInternal), conclusion => conclusion.Citations);

    private readonly FrozenDictionary<string, IReadOnlyList<RecommendationDefinition>> _recommendations = ByDocument(
        knowledge.Recommendations, recommendation => recommendation.Citations);

    private readonly FrozenDictionary<string, IReadOnlyList<Regimen>> _regimens = ByDocument(knowledge.Regimens.Values, regimen => regimen.Citations);

    /// <summary>The start page: documents first, then the other works that rules cite.</summary>
    public string Index(Language language)
    {
        var body = new StringBuilder();
        Document[] sources = [.. SourceDocuments.Of(knowledge)];
        AppendDocuments(body, BookPhrases.Documents, sources, language);
        AppendDocuments(body, BookPhrases.OtherWorks, [.. knowledge.Documents.Values.Except(sources).OrderBy(document => document.Id, StringComparer.Ordinal)], language);
        return Html(BookPhrases.Title.In(language), $"{KnowledgeBookAddress.Path}", body.ToString(), language);
    }

    /// <summary>The page of a document.</summary>
    public string Page(Document document, Language language)
    {
        var body = new StringBuilder();
        body.Append("<nav><a href=\"../book?lang=").Append(language.Tag()).Append("\">").Append(HtmlText.Encode(BookPhrases.Title.In(language))).Append("</a></nav>");
        body.Append("<p>").Append(HtmlText.Encode(document.Title.In(language))).Append(" (").Append(HtmlText.Encode(document.Published)).Append(")</p>");
        AppendSection(body, BookPhrases.Conclusions, Of(_conclusions, document), conclusion => entries.Write(conclusion, language), language);
        AppendSection(body, BookPhrases.Recommendations, Of(_recommendations, document), recommendation => entries.Write(recommendation, language), language);
        AppendSection(body, BookPhrases.Regimens, Of(_regimens, document), regimen => entries.Write(regimen, language), language);
        return Html(document.ShortName.In(language), $"{KnowledgeBookAddress.Path}/{document.Id}", body.ToString(), language);
    }

    private static void AppendSection<T>(StringBuilder body, LocalizedText title, IReadOnlyList<T> rules, Func<T, string> write, Language language)
    {
        if (rules.Count == 0) return;
        body.Append("<h2>").Append(HtmlText.Encode(title.In(language))).Append("</h2>");
        foreach (T rule in rules) body.Append(write(rule));
    }

    private static void AppendDocuments(StringBuilder body, LocalizedText title, Document[] documents, Language language)
    {
        if (documents.Length == 0) return;
        body.Append("<h2>").Append(HtmlText.Encode(title.In(language))).Append("</h2><ul>");
        foreach (Document document in documents)
        {
            body.Append("<li><a href=\"book/").Append(Uri.EscapeDataString(document.Id)).Append("?lang=").Append(language.Tag()).Append("\">")
                .Append(HtmlText.Encode(document.ShortName.In(language))).Append("</a> – ").Append(HtmlText.Encode(document.Title.In(language)))
                .Append(" (").Append(HtmlText.Encode(document.Published)).Append(")</li>");
        }

        body.Append("</ul>");
    }

    private string Html(string title, string path, string body, Language language)
    {
        Language other = language == Language.English ? Language.Japanese : Language.English;
        string here = path[(path.LastIndexOf('/') + 1)..];
        return $"<!DOCTYPE html><html lang=\"{language.Tag()}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + $"<title>{HtmlText.Encode(title)}</title><style>{Style}</style></head><body><h1>{HtmlText.Encode(title)}</h1>"
            + $"<nav><a href=\"{here}?lang={other.Tag()}\" lang=\"{other.Tag()}\">{(other == Language.English ? "English" : "日本語")}</a></nav>"
            + $"<p class=\"limits\">{HtmlText.Encode(CardPhrases.Limits.In(language))} {HtmlText.Encode(BookPhrases.Version.With("version", knowledge.Version).In(language))}</p>"
            + body + "</body></html>";
    }

    private static IReadOnlyList<T> Of<T>(FrozenDictionary<string, IReadOnlyList<T>> rules, Document document) =>
        rules.TryGetValue(document.Id, out IReadOnlyList<T>? found) ? found : [];

    private static FrozenDictionary<string, IReadOnlyList<T>> ByDocument<T>(IEnumerable<T> rules, Func<T, IReadOnlyList<Citation>> citations) => rules
        .SelectMany(rule => citations(rule).Select(citation => (citation.Document, Rule: rule)).Distinct())
        .GroupBy(entry => entry.Document, entry => entry.Rule)
        .ToFrozenDictionary(group => group.Key, group => (IReadOnlyList<T>)[.. group]);
}
