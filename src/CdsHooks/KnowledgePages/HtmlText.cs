using System.Net;
using System.Text;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>
/// The little Markdown that authors write, as HTML: paragraphs, lists, <c>**bold**</c>. Everything else is text; nothing passes unencoded.
/// </summary>
internal static class HtmlText
{
    /// <summary>Encoded text.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Authors' Markdown as HTML blocks.</summary>
    public static string FromMarkdown(string markdown)
    {
        var html = new StringBuilder();
        foreach (string block in markdown.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] lines = block.Split('\n');
            if (lines.All(IsItem)) html.Append("<ul>").AppendJoin("", lines.Select(line => $"<li>{Inline(line.TrimStart()[2..])}</li>")).Append("</ul>");
            else html.Append("<p>").Append(Inline(string.Join(' ', lines))).Append("</p>");
        }

        return html.ToString();
    }

    private static bool IsItem(string line) => line.TrimStart().StartsWith("- ", StringComparison.Ordinal);

    private static string Inline(string text)
    {
        string[] parts = Encode(text).Split("**");
        if (parts.Length % 2 == 0) return string.Join("**", parts);
        return string.Concat(parts.Select((part, i) => i % 2 == 1 ? $"<strong>{part}</strong>" : part));
    }
}
