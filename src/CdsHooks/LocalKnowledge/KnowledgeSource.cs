using System.Security.Cryptography;
using System.Text;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Loading;

namespace Cds.CdsHooks.LocalKnowledge;

/// <summary>Reads knowledge base and code map anew. Tests replace it.</summary>
/// <exception cref="KnowledgeDefectsException">The files have defects.</exception>
internal delegate SiteKnowledge KnowledgeSource();

/// <summary>What the service knows at this site: rules, and what codes stand for. Both change together.</summary>
internal sealed record SiteKnowledge(KnowledgeBase Knowledge, CodeMap Codes)
{
    /// <summary>What tells its content from another: the program's own knowledge and the text of every overlay file, wherever the folder lies.</summary>
    public string Content { get; init; } = "";
}

/// <summary>The knowledge that ships, with the site's overlay folder on top: YAML entries of knowledge, and codes of the site as FHIR JSON.</summary>
internal static class KnowledgeFiles
{
    /// <summary>The source for the configured overlay folder; without one only what ships is read.</summary>
    public static KnowledgeSource For(CdsOptions options) => () => Read(options.Knowledge);

    /// <summary>Reads and checks, for authors of either, what ships and an overlay folder, with every module and for the usual jurisdiction.</summary>
    public static SiteKnowledge Read(string? overlay) => Read(overlay, new KnowledgeOptions(), checksSense: true);

    /// <summary>Reads what is switched on of what ships, and the overlay folder, whose sense is checked; codes are checked against the rules and therefore after them.</summary>
    public static SiteKnowledge Read(KnowledgeOptions options) => Read(options.Overlay, options);

    /// <summary>The same with another overlay folder than the configured one; null for none.</summary>
    public static SiteKnowledge Read(string? overlay, KnowledgeOptions options) => Read(overlay, options, checksSense: false);

    private static SiteKnowledge Read(string? overlay, KnowledgeOptions options, bool checksSense)
    {
        IEnumerable<KnowledgeFile> shipped = KnowledgeBaseReader.EmbeddedFiles().Where(file => file.Module is not { } module || !options.Modules.TryGetValue(module, out bool isOn) || isOn);
        try
        {
            IReadOnlyList<KnowledgeFile> local = Overlay(overlay);
            IReadOnlyList<LocalCodeFile> codes = LocalCodes(overlay);
            KnowledgeBase read = local.Count == 0 && !checksSense ? KnowledgeBaseReader.ReadShipped([.. shipped]) : KnowledgeBaseReader.Read([.. shipped, .. local]);
            KnowledgeBase knowledge = read with { Approvals = read.Approvals with { Jurisdiction = options.Jurisdiction } };
            return new SiteKnowledge(knowledge, CodeMap.ReadEmbedded(codes, knowledge)) { Content = ContentOf([.. local.Select(file => file.Text), .. codes.Select(file => file.Json)]) };
        }
        catch (LocalCodeDefectsException exception)
        {
            throw new KnowledgeDefectsException([.. exception.Defects.Select(defect => new KnowledgeDefect(defect.File, defect.Line, defect.What) { Path = defect.Path })]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeDefectsException([new KnowledgeDefect(overlay ?? "", 0, "the overlay folder cannot be read: " + exception.Message)]);
        }
    }

    /// <summary>A build of the program has an id of its own, which is the same wherever it was built from the same source.</summary>
    private static string ContentOf(IReadOnlyList<string> local)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string text in local)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }

        return $"{typeof(KnowledgeBase).Module.ModuleVersionId:N}-{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    /// <summary>The files of an overlay folder; none when no folder is given.</summary>
    private static IReadOnlyList<KnowledgeFile> Overlay(string? folder)
    {
        if (folder is null) return [];
        if (!Directory.Exists(folder)) throw new KnowledgeDefectsException([new KnowledgeDefect(folder, 0, "the overlay folder does not exist")]);
        return KnowledgeBaseReader.OverlayFiles(folder);
    }

    /// <summary>Every JSON file of the folder is a ValueSet or ConceptMap with codes of the site.</summary>
    private static IReadOnlyList<LocalCodeFile> LocalCodes(string? folder) => folder is null
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => new LocalCodeFile(file, File.ReadAllText(file)))];
}
