using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Syntax;

namespace Cds.CdsHooks.Pages;

/// <summary>Markdown of authors and of cards as HTML. Raw HTML is text here, as clients of CDS Hooks may show it.</summary>
internal static class MarkdownHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    private static readonly MarkdownPipeline WithAnchors = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    /// <summary>HTML without anything that was HTML before.</summary>
    public static string Of(string markdown) => Markdig.Markdown.ToHtml(markdown, Pipeline);

    /// <summary>A document whose headings can be linked to.</summary>
    public static MarkdownDocument Parse(string markdown) => Markdig.Markdown.Parse(markdown, WithAnchors);

    /// <summary>HTML of a document.</summary>
    public static string Of(MarkdownDocument document) => document.ToHtml(WithAnchors);
}
