using System.Text;
using Cds.Knowledge.Values;
using Cds.Knowledge.Wording;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>Builds the HTML of a book page in one language. Every text is encoded on its way in; headings, lists and tables say what they are.</summary>
internal sealed class BookHtml(Language language)
{
    private readonly StringBuilder _html = new();

    /// <summary>Language of the page.</summary>
    public Language Language { get; } = language;

    /// <summary>A heading.</summary>
    public BookHtml Heading(int level, LocalizedText text) => Heading(level, text.In(Language));

    /// <summary>A heading.</summary>
    public BookHtml Heading(int level, string text)
    {
        _html.Append("<h").Append(level).Append('>').Append(HtmlText.Encode(text)).Append("</h").Append(level).Append(">\n");
        return this;
    }

    /// <summary>Opens the section of a rule: its id is the anchor.</summary>
    public BookHtml OpenRule(string anchor, string id, LocalizedText title)
    {
        _html.Append("<section id=\"").Append(HtmlText.Encode(anchor)).Append("\">");
        Heading(3, title);
        _html.Append("<p class=\"id\">").Append(HtmlText.Encode(id)).Append("</p>\n");
        return this;
    }

    /// <summary>Closes the section of a rule.</summary>
    public BookHtml CloseRule()
    {
        _html.Append("</section>\n");
        return this;
    }

    /// <summary>A paragraph of plain text.</summary>
    public BookHtml Paragraph(string text, string? cssClass = null)
    {
        _html.Append(cssClass is null ? "<p>" : $"<p class=\"{cssClass}\">").Append(HtmlText.Encode(text)).Append("</p>\n");
        return this;
    }

    /// <summary>A paragraph of an author's Markdown.</summary>
    public BookHtml Markdown(LocalizedText text)
    {
        _html.Append(HtmlText.FromMarkdown(text.In(Language))).Append('\n');
        return this;
    }

    /// <summary>A list under a heading; nothing when it has no items.</summary>
    public BookHtml List(LocalizedText title, IEnumerable<string> items)
    {
        string[] lines = [.. items];
        if (lines.Length == 0) return this;
        Heading(4, title);
        _html.Append("<ul>").AppendJoin("", lines.Select(line => $"<li>{HtmlText.Encode(line)}</li>")).Append("</ul>\n");
        return this;
    }

    /// <summary>A list of links.</summary>
    public BookHtml Links(IEnumerable<(string Address, string Text, string Remark)> links)
    {
        _html.Append("<ul>");
        foreach ((string address, string text, string remark) in links)
        {
            _html.Append("<li><a href=\"").Append(HtmlText.Encode(address)).Append("\">").Append(HtmlText.Encode(text)).Append("</a>")
                .Append(remark.Length > 0 ? $" – {HtmlText.Encode(remark)}" : "").Append("</li>");
        }

        _html.Append("</ul>\n");
        return this;
    }

    /// <summary>A table with a caption; nothing when it has no rows. The first cell of each row heads the row.</summary>
    public BookHtml Table(LocalizedText caption, IReadOnlyList<LocalizedText> headers, IEnumerable<IReadOnlyList<BookCell>> rows)
    {
        IReadOnlyList<BookCell>[] lines = [.. rows];
        if (lines.Length == 0) return this;
        _html.Append("<table><caption>").Append(HtmlText.Encode(caption.In(Language))).Append("</caption><thead><tr>")
            .AppendJoin("", headers.Select(header => $"<th scope=\"col\">{HtmlText.Encode(header.In(Language))}</th>")).Append("</tr></thead><tbody>\n");
        foreach (IReadOnlyList<BookCell> row in lines)
        {
            _html.Append("<tr><th scope=\"row\">").Append(row[0].Html).Append("</th>")
                .AppendJoin("", row.Skip(1).Select(cell => $"<td>{cell.Html}</td>")).Append("</tr>\n");
        }

        _html.Append("</tbody></table>\n");
        return this;
    }

    /// <summary>A condition in words under a heading.</summary>
    public BookHtml Condition(LocalizedText title, Clause clause)
    {
        Heading(4, title);
        _html.Append(clause.Parts.Count == 0 ? $"<p>{HtmlText.Encode(clause.Text.In(Language))}</p>" : BookCell.Of(clause, Language).Html).Append('\n');
        return this;
    }

    /// <inheritdoc />
    public override string ToString() => _html.ToString();
}

/// <summary>The content of a table cell, encoded.</summary>
/// <param name="Html">HTML.</param>
internal readonly record struct BookCell(string Html)
{
    /// <summary>Plain text.</summary>
    public static BookCell Of(string text) => new(HtmlText.Encode(text));

    /// <summary>Plain text of one language on a page of either.</summary>
    public static BookCell English(string text) => new($"<span lang=\"en\">{HtmlText.Encode(text)}</span>");

    /// <summary>Several lines.</summary>
    public static BookCell Lines(IEnumerable<string> lines) => new(string.Join("<br>", lines.Select(HtmlText.Encode)));

    /// <summary>Several cells under each other.</summary>
    public static BookCell Lines(IEnumerable<BookCell> cells) => new(string.Join("<br>", cells.Select(cell => cell.Html)));

    /// <summary>A text with a mark behind it.</summary>
    public static BookCell Marked(string text, string? mark) =>
        new(HtmlText.Encode(text) + (mark is null ? "" : $" <span class=\"mark\">{HtmlText.Encode(mark)}</span>"));

    /// <summary>A condition in words: parts as a nested list.</summary>
    public static BookCell Of(Clause clause, Language language)
    {
        var html = new StringBuilder();
        Append(html, clause, language);
        return new BookCell(html.ToString());
    }

    private static void Append(StringBuilder html, Clause clause, Language language)
    {
        html.Append(HtmlText.Encode(clause.Text.In(language)));
        if (clause.Parts.Count == 0) return;
        html.Append("<ul>");
        foreach (Clause part in clause.Parts)
        {
            html.Append("<li>");
            Append(html, part, language);
            html.Append("</li>");
        }

        html.Append("</ul>");
    }
}
