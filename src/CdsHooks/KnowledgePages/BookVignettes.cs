using Cds.CdsHooks.Localization;
using Cds.Knowledge;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Vignettes;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>The vignettes of each rule with their results; all of them run once, when the first page asks.</summary>
internal sealed class BookVignettes(KnowledgeBase knowledge)
{
    private readonly Lazy<VignetteSuiteResult?> _results = new(() => Run(knowledge));

    /// <summary>Writes the vignettes of a rule; a rule without any gets a sentence that says so.</summary>
    public void Write(BookHtml html, string ruleId)
    {
        if (_results.Value is not { } results)
        {
            html.Heading(4, BookPhrases.Vignettes).Paragraph(BookPhrases.VignettesUnreadable.In(html.Language));
            return;
        }

        VignetteResult[] ofRule = [.. results.Of(ruleId)];
        if (ofRule.Length == 0) return;
        string passed = Number(ofRule.Count(result => result.Passed));
        html.Table(
            BookPhrases.VignettesPassed.With("passed", passed).With("count", Number(ofRule.Length)),
            [BookPhrases.Vignette, BookPhrases.Result],
            ofRule.Select(result => new[] { BookCell.English(result.Vignette.Name), Result(result, html) }));
    }

    private static BookCell Result(VignetteResult result, BookHtml html) => result.Passed
        ? BookCell.Of(BookPhrases.AsExpected.In(html.Language))
        : BookCell.Lines([BookPhrases.Differs.In(html.Language), .. result.Differences]);

    private static VignetteSuiteResult? Run(KnowledgeBase knowledge)
    {
        try
        {
            return VignetteSuite.Run(knowledge);
        }
        catch (KnowledgeDefectsException)
        {
            // An overlay may take away what vignettes speak of; --check-knowledge lists the defects, the page says that nothing was run.
            return null;
        }
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
