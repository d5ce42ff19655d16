using Cds.Knowledge.Loading;
using Cds.Knowledge.Vignettes;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>
/// The vignettes of rules with their results. The page of a rule runs those that ask about it, so that whoever comes from a card does not wait for all; the
/// pages of documents run all of them, once.
/// </summary>
internal sealed class RuleVignettes(KnowledgeBase knowledge)
{
    private readonly Lazy<VignetteSuiteResult?> _all = new(() => Read(() => VignetteSuite.Run(knowledge)));

    /// <summary>The results of a rule; null when the vignettes do not fit this knowledge and were not run.</summary>
    /// <param name="ruleId">Conclusion or recommendation id.</param>
    /// <param name="ofAll">Whether the page shows many rules.</param>
    public IReadOnlyList<VignetteResult>? Of(string ruleId, bool ofAll)
    {
        VignetteSuiteResult? results = ofAll || _all.IsValueCreated ? _all.Value : Read(() => VignetteSuite.RunOf(knowledge, ruleId));
        return results is null ? null : [.. results.Of(ruleId)];
    }

    private static VignetteSuiteResult? Read(Func<VignetteSuiteResult> run)
    {
        try
        {
            return run();
        }
        catch (KnowledgeDefectsException)
        {
            // An overlay may take away what vignettes speak of; --check-knowledge lists the defects, the page says that nothing was run.
            return null;
        }
    }
}
