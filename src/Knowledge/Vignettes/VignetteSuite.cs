using Cds.Knowledge.Loading;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Vignettes;

/// <summary>The vignettes that ship and those of a site's overlay, run against a knowledge base.</summary>
public static class VignetteSuite
{
    /// <summary>The vignette files that ship inside the assembly.</summary>
    public static IReadOnlyList<KnowledgeFile> EmbeddedFiles() => Loading.EmbeddedFiles.Under("Vignettes");

    /// <summary>
    /// Runs the vignettes that ship, and those of the overlay (<c>vignettes/*.yaml</c>). An overlay vignette with the file name and the
    /// name of one that ships takes its place. Those that ship do not know what a site can give, so they run without the formulary's restrictions.
    /// </summary>
    /// <exception cref="KnowledgeDefectsException">A vignette file has defects.</exception>
    public static VignetteSuiteResult Run(KnowledgeBase knowledge) => Run(knowledge, _ => true, _ => true);

    /// <summary>Runs those vignettes that ask about one rule, and reads no other file: a fraction of the time that all of them take.</summary>
    /// <param name="knowledge">The knowledge base.</param>
    /// <param name="ruleId">Conclusion or recommendation id.</param>
    /// <exception cref="KnowledgeDefectsException">A vignette file that names the rule has defects.</exception>
    public static VignetteSuiteResult RunOf(KnowledgeBase knowledge, string ruleId) => Run(
        knowledge,
        file => file.Text.Contains(ruleId + ":", StringComparison.Ordinal),
        vignette => vignette.Expectations.Any(expectation => expectation.Id == ruleId));

    private static VignetteSuiteResult Run(KnowledgeBase knowledge, Func<KnowledgeFile, bool> reads, Func<Vignette, bool> runs)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        var reader = new VignetteReader(knowledge);
        var defects = new List<KnowledgeDefect>();
        IReadOnlyList<Vignette> local = Read(reader, [.. knowledge.LocalVignettes.Where(reads)], defects);
        HashSet<(string, string)> replaced = [.. local.Select(Key)];
        IReadOnlyList<Vignette> shipped = [.. Read(reader, [.. EmbeddedFiles().Where(f => f.Module is not { } module || knowledge.Modules.Any(m => m.Id == module)).Where(reads)], defects).Where(v => !replaced.Contains(Key(v)))];
        if (defects.Count > 0) throw new KnowledgeDefectsException(defects);

        KnowledgeBase unrestricted = knowledge with { Formulary = Formulary.Unrestricted };
        return new VignetteSuiteResult([.. Results(unrestricted, shipped.Where(runs)), .. Results(knowledge, local.Where(runs))]);
    }

    private static IEnumerable<VignetteResult> Results(KnowledgeBase knowledge, IEnumerable<Vignette> vignettes) =>
        vignettes.Where(v => v.Expectations.Count > 0).Select(v => new VignetteResult(v, VignetteRunner.Run(knowledge, v)));

    private static List<Vignette> Read(VignetteReader reader, IReadOnlyList<KnowledgeFile> files, List<KnowledgeDefect> defects)
    {
        var vignettes = new List<Vignette>();
        foreach (KnowledgeFile file in files)
        {
            try
            {
                vignettes.AddRange(reader.Read(file));
            }
            catch (KnowledgeDefectsException exception)
            {
                defects.AddRange(exception.Defects);
            }
        }

        return vignettes;
    }

    private static (string, string) Key(Vignette vignette) => (Path.GetFileName(vignette.File), vignette.Name);
}

/// <summary>A vignette with its result.</summary>
/// <param name="Vignette">The vignette.</param>
/// <param name="Differences">What differs from the expectation; empty when it passed.</param>
public sealed record VignetteResult(Vignette Vignette, IReadOnlyList<string> Differences)
{
    /// <summary>Whether every answer is as expected.</summary>
    public bool Passed => Differences.Count == 0;
}

/// <summary>The results of all vignettes.</summary>
public sealed class VignetteSuiteResult(IReadOnlyList<VignetteResult> results)
{
    private readonly ILookup<string, VignetteResult> _byRule = results
        .SelectMany(result => result.Vignette.Expectations.Select(expectation => (expectation.Id, Result: result)))
        .ToLookup(entry => entry.Id, entry => entry.Result);

    /// <summary>Every result, those that ship first.</summary>
    public IReadOnlyList<VignetteResult> Results { get; } = results;

    /// <summary>Results of the vignettes that ask about a conclusion or recommendation.</summary>
    public IEnumerable<VignetteResult> Of(string ruleId) => _byRule[ruleId].Distinct();
}
