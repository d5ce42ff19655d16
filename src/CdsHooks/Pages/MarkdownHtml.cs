using Markdig;

namespace Cds.CdsHooks.Pages;

/// <summary>Markdown of authors and of cards as HTML. Raw HTML is text here, as clients of CDS Hooks may show it.</summary>
internal static class MarkdownHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>HTML without anything that was HTML before.</summary>
    public static string Of(string markdown) => Markdig.Markdown.ToHtml(markdown, Pipeline);
}
