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
    public static VignetteSuiteResult Run(KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        var reader = new VignetteReader(knowledge);
        var defects = new List<KnowledgeDefect>();
        IReadOnlyList<Vignette> local = Read(reader, knowledge.LocalVignettes, defects);
        HashSet<(string, string)> replaced = [.. local.Select(Key)];
        IReadOnlyList<Vignette> shipped = [.. Read(reader, EmbeddedFiles(), defects).Where(v => !replaced.Contains(Key(v)))];
        if (defects.Count > 0) throw new KnowledgeDefectsException(defects);

        KnowledgeBase unrestricted = knowledge with { Formulary = Formulary.Unrestricted };
        return new VignetteSuiteResult([.. Results(unrestricted, shipped), .. Results(knowledge, local)]);
    }

    private static IEnumerable<VignetteResult> Results(KnowledgeBase knowledge, IReadOnlyList<Vignette> vignettes) =>
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
