using Cds.CdsHooks.Pages;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Cds.CdsHooks.Manual;

/// <summary>A document as it is shown: its first heading is the title of the page, and a link that leads out of the documentation is its text.</summary>
/// <param name="Title">The title.</param>
/// <param name="Html">The rest as HTML.</param>
internal sealed record ManualDocument(string Title, string Html)
{
    private static readonly Uri Root = new("http://docs/");

    /// <summary>Reads a document.</summary>
    /// <param name="path">Path below <c>docs/</c>.</param>
    /// <param name="markdown">Its text.</param>
    public static ManualDocument Of(string path, string markdown)
    {
        MarkdownDocument document = MarkdownHtml.Parse(markdown);
        string title = path;
        if (document.OfType<HeadingBlock>().FirstOrDefault() is { Level: 1 } heading)
        {
            title = string.Concat(heading.Inline!.Descendants<LiteralInline>().Select(text => text.Content.ToString()));
            document.Remove(heading);
        }

        foreach (LinkInline link in document.Descendants<LinkInline>().Where(link => !LeadsSomewhere(path, link.Url)).ToArray()) Unlink(link);
        return new ManualDocument(title, MarkdownHtml.Of(document));
    }

    private static bool LeadsSomewhere(string path, string? url)
    {
        if (url is null || !Uri.TryCreate(new Uri(Root, path), url, out Uri? target)) return false;
        if (target.Scheme is "https" || (target.Scheme is "http" && target.Host != Root.Host)) return true;
        return target.Host == Root.Host && !url.StartsWith("../../", StringComparison.Ordinal) && ManualFiles.Has(Uri.UnescapeDataString(target.AbsolutePath.TrimStart('/')));
    }

    private static void Unlink(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }
}
