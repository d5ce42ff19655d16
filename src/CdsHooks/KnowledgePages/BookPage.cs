using Cds.CdsHooks.Localization;
using Cds.Knowledge;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>The frame of every book page: head, style for screen and paper, the switch of language, the limits of use.</summary>
internal sealed class BookPage(KnowledgeBase knowledge)
{
    private const string Style =
        "body{font-family:system-ui,'Hiragino Sans','Noto Sans JP',sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.5;color:#1a1a1a;background:#fff}"
        + "h1{font-size:1.6rem}h2{border-bottom:1px solid #767676;margin-top:2.5rem}h3{margin:2rem 0 0}h4{margin:.9rem 0 .2rem;font-size:1rem}"
        + ".id{color:#555;font-family:monospace;font-size:.85rem;margin:0}.local{border-left:.4rem solid #8a5a00;background:#fff4dc;padding:.3rem .8rem}"
        + ".mark{border:1px solid #767676;border-radius:.2rem;padding:0 .3rem;font-size:.8rem;white-space:nowrap}"
        + "table{border-collapse:collapse;width:100%;margin:.6rem 0;font-size:.92rem}caption{text-align:left;font-weight:bold;padding:.3rem 0}"
        + "th,td{border:1px solid #8c8c8c;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}thead th{background:#f0f0f0}tbody th{font-weight:normal}"
        + "ul{margin:.2rem 0;padding-left:1.3rem}section:target{outline:3px solid #b37700;outline-offset:.5rem}.limits{background:#f4f4f4;padding:.6rem 1rem}"
        + ".skip{position:absolute;left:-999rem}.skip:focus{left:1rem}"
        + "@media print{nav,.skip{display:none}body{max-width:none;margin:0;font-size:10pt}h3,h4{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}}";

    /// <summary>The whole page.</summary>
    /// <param name="title">Title of the page.</param>
    /// <param name="here">Address of the page relative to itself, for the switch of language.</param>
    /// <param name="up">Address of the start page; null on the start page itself.</param>
    /// <param name="body">Content.</param>
    public string Write(string title, string here, string? up, BookHtml body)
    {
        Language language = body.Language;
        Language other = language == Language.English ? Language.Japanese : Language.English;
        string name = other == Language.English ? "English" : "日本語";
        string upLink = up is null ? "" : $"<a href=\"{HtmlText.Encode(up)}?lang={language.Tag()}\">{Text(BookPhrases.Title, language)}</a> | ";
        return $"<!DOCTYPE html>\n<html lang=\"{language.Tag()}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + $"<title>{HtmlText.Encode(title)} – {Text(BookPhrases.Title, language)}</title><style>{Style}</style></head>\n"
            + $"<body><a class=\"skip\" href=\"#content\">{Text(BookPhrases.SkipToContent, language)}</a>\n"
            + $"<header><nav aria-label=\"{Text(BookPhrases.Navigation, language)}\">{upLink}<a href=\"{HtmlText.Encode(here)}?lang={other.Tag()}\" hreflang=\"{other.Tag()}\" lang=\"{other.Tag()}\">{name}</a></nav>"
            + $"<h1>{HtmlText.Encode(title)}</h1>"
            + $"<p class=\"limits\">{Text(CardPhrases.Limits, language)} {Text(BookPhrases.Version.With("version", knowledge.Version), language)}</p></header>\n"
            + $"<main id=\"content\">{body}</main></body></html>\n";
    }

    private static string Text(LocalizedText text, Language language) => HtmlText.Encode(text.In(language));
}
