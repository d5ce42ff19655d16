using Cds.CdsHooks.LocalKnowledge;
using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Vignettes;

namespace Cds.CdsHooks.Commands;

/// <summary>
/// <c>check-knowledge [folder]</c>: reads the knowledge that ships with an overlay folder on top, lists every defect as <c>file:line: what</c> (codes: <c>file: JSON path: what</c>), and runs
/// all vignettes. For the pipeline of a site that adapts the knowledge.
/// </summary>
internal static class KnowledgeCheck
{
    private const int Passed = 0, Failed = 1;

    /// <summary>Checks and reports. An approval that nobody has looked up for a year is a warning and no failure: it may still be true.</summary>
    /// <returns>0 when nothing is wrong, else 1.</returns>
    public static int Run(string? overlay, DateOnly today, TextWriter output)
    {
        try
        {
            SiteKnowledge site = KnowledgeFiles.Read(overlay);
            KnowledgeBase knowledge = site.Knowledge;
            output.WriteLine($"Knowledge base {knowledge.Version}: {knowledge.Conclusions.Count} conclusions, {knowledge.Recommendations.Count} recommendations, {knowledge.Regimens.Count} regimens");
            foreach (LocalAdaptation adaptation in knowledge.Adaptations) output.WriteLine($"{adaptation.Place}: {adaptation.Kind}: {adaptation.Id}: {adaptation.Text.En}");

            if (site.Codes.LocalCodeCount > 0) output.WriteLine($"Local codes: {site.Codes.LocalCodeCount}");

            foreach (string entry in knowledge.Approvals.NotVerifiedSince(today)) output.WriteLine($"Warning: nobody has looked up this approval for a year: {entry}");

            VignetteSuiteResult vignettes = VignetteSuite.Run(knowledge);
            VignetteResult[] failures = [.. vignettes.Results.Where(result => !result.Passed)];
            foreach (VignetteResult failure in failures)
            {
                foreach (string difference in failure.Differences) output.WriteLine($"{failure.Vignette.File}: {failure.Vignette.Name}: {difference}");
            }

            output.WriteLine($"Vignettes: {vignettes.Results.Count - failures.Length} passed, {failures.Length} failed");
            return failures.Length == 0 ? Passed : Failed;
        }
        catch (KnowledgeDefectsException exception)
        {
            foreach (KnowledgeDefect defect in exception.Defects) output.WriteLine(defect);
            output.WriteLine($"Defects: {exception.Defects.Count}");
            return Failed;
        }
    }
}
