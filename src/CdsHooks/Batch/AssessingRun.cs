using Cds.CdsHooks.Batch.Register;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.LocalKnowledge;
using Cds.FhirMapping;

namespace Cds.CdsHooks.Batch;

/// <summary>Puts together what assesses the patients of a run with what a site knows.</summary>
internal static class AssessingRun
{
    /// <summary>The run.</summary>
    public static BatchRun Of(SiteKnowledge site, CdsOptions options, AsOf asOf, Language language, int parallel, EntryDetail detail) => new(AssessorOf(site, options, asOf, language, detail), parallel);

    /// <summary>What answers the lines of a run.</summary>
    public static BatchAssessor AssessorOf(SiteKnowledge site, CdsOptions options, AsOf asOf, Language language, EntryDetail detail)
    {
        var assessor = new Assessor(site.Knowledge, options.OfRules());
        RegisterEntries? entries = detail == EntryDetail.None
            ? null
            : new RegisterEntries(new UnreadItems(site.Knowledge, site.Codes), assessor, options.OfRules(), language, detail == EntryDetail.WithSince);
        var reader = new PatientFactsReader(site.Knowledge, site.Codes, TimeZones.Find(options.TimeZone)!);
        return new BatchAssessor(reader, assessor, new CleanJson(Options.Create(options)), asOf, language, entries);
    }
}
