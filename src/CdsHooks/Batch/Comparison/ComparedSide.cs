using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.LocalKnowledge;
using Cds.FhirMapping;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Loading;

namespace Cds.CdsHooks.Batch.Comparison;

/// <summary>One side of a comparison: a knowledge and a moment.</summary>
/// <param name="Name">As it was asked for.</param>
/// <param name="Reader">Reads patients.</param>
/// <param name="Assessor">Assesses them.</param>
/// <param name="AsOf">The moment asked about.</param>
internal sealed record ComparedSide(string Name, PatientFactsReader Reader, Assessor Assessor, AsOf AsOf)
{
    /// <summary>Means the knowledge that ships with this program.</summary>
    public const string Shipped = "shipped";

    private const string MarkOfWholeKnowledge = "knowledge-base.yaml", Vignettes = "vignettes/";

    /// <summary>
    /// Reads a side: <c>shipped</c>, a date or date-time, the folder of an overlay, or the folder of a whole knowledge (<c>src/Knowledge/Content</c> of another
    /// version).
    /// </summary>
    /// <param name="text">What was asked for.</param>
    /// <param name="options">Settings of the site.</param>
    /// <param name="asOf">The moment where the side names none.</param>
    /// <returns>Null when it is none of these.</returns>
    /// <exception cref="KnowledgeDefectsException">The files have defects.</exception>
    public static ComparedSide? Read(string text, CdsOptions options, AsOf asOf)
    {
        var moments = new AsOfParameter(new ServiceClock(TimeProvider.System, Options.Create(options)));
        if (moments.Read(text) is { Problem: null } moment) return Of(text, KnowledgeFiles.For(options)(), options, moment.Value);
        if (text == Shipped) return Of(text, KnowledgeFiles.Read(null, options.Knowledge), options, asOf);
        if (!Directory.Exists(text)) return null;
        return Of(text, File.Exists(Path.Combine(text, MarkOfWholeKnowledge)) ? Whole(text, options) : KnowledgeFiles.Read(text, options.Knowledge), options, asOf);
    }

    /// <summary>What is said of a patient; null when the Bundle is none of one patient.</summary>
    public Assessment? Assess(ReadOnlyMemory<byte> bundle) => Reader.ReadBundle(bundle).Facts is { } facts ? Assessor.Assess(facts, AsOf) : null;

    private static ComparedSide Of(string name, SiteKnowledge site, CdsOptions options, AsOf asOf) =>
        new(name, new PatientFactsReader(site.Knowledge, site.Codes, TimeZones.Find(options.TimeZone)!), new Assessor(site.Knowledge, options.OfRules()), asOf);

    private static SiteKnowledge Whole(string folder, CdsOptions options)
    {
        KnowledgeBase knowledge = KnowledgeBaseReader.Read(
            [.. KnowledgeBaseReader.OverlayFiles(folder).Where(file => !file.Path.Contains(Vignettes, StringComparison.Ordinal)).Select(file => file with { Overlay = null })]);
        return new SiteKnowledge(knowledge with { Approvals = knowledge.Approvals with { Jurisdiction = options.Knowledge.Jurisdiction } }, CodeMap.ReadEmbedded());
    }
}
