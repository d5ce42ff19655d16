using Cds.FhirMapping.Reports;
using Cds.Knowledge;

namespace Cds.FhirMapping;

/// <summary>
/// Says for integrators what each record of a Bundle was read as and by which code, what was ignored and why, and which codes mean nothing to the service. Holds patient
/// data: for a terminal, never for a log. Only the table at its end, over several Bundles, is made to be handed on.
/// </summary>
/// <param name="knowledge">Names of drugs.</param>
/// <param name="codes">What codes stand for.</param>
/// <param name="reader">Reads the Bundle.</param>
public sealed class MapReport(KnowledgeBase knowledge, CodeMap codes, PatientFactsReader reader)
{
    private readonly UnreadConcepts _unread = new(codes, new DrugNames(knowledge.Drugs.Values, codes));
    private readonly FrequencyTable _table = new();

    /// <summary>Writes the report of one Bundle.</summary>
    /// <returns>Whether it is a Bundle of one patient.</returns>
    public bool Write(TextWriter writer, string name, ReadOnlyMemory<byte> bundle)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteLine($"== {name}");
        PatientFactsReading reading = reader.ReadBundle(bundle);
        if (reading.Facts is not { } facts)
        {
            writer.WriteLine($"   {reading.Problem!.Path}: {reading.Problem.Text.En}");
            return false;
        }

        IReadOnlyList<ResourceEntry> entries = ResourceEntries.Of(bundle);
        var recognised = new RecognisedRecords(knowledge, facts, new RecognisedBy(codes, entries));
        UnreadConcept[] unread = [.. _unread.Of(entries, recognised.References)];
        Section(writer, "recognised", recognised.Lines);
        Section(writer, "notes", facts.Notes.Select(n => $"{n.Severity}: {n.Resource} {n.Text.En}"));
        Section(writer, "records that say nothing here", Silent(entries, recognised.References, facts.Notes));
        Section(writer, "codes that mean nothing here", UnreadConcepts.Lines(unread));
        Section(writer, "resources that are not read", NotRead(entries));
        _table.Add(UnreadItems.Of(entries, unread, facts));
        return true;
    }

    /// <summary>After several Bundles: what was not read, by frequency and without patient data, so that it can be sent to the maintainers. After one nothing: one record is a patient's.</summary>
    public void WriteTable(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (_table.Bundles < 2) return;
        writer.WriteLine($"== not read in {_table.Bundles} bundles: codes, units and answers by frequency");
        foreach (string line in _table.Lines) writer.WriteLine($"   {line}");
    }

    /// <summary>Records of types that are read, of which neither a fact nor a note came.</summary>
    private static IEnumerable<string> Silent(IReadOnlyList<ResourceEntry> entries, IReadOnlySet<string> recognised, IReadOnlyList<Note> notes)
    {
        HashSet<string?> noted = [.. notes.Select(note => note.Resource)];
        return entries.Where(entry => entry.Resource is not null && entry.Type is not ("Patient" or "Medication") && !recognised.Contains(entry.Reference) && !noted.Contains(entry.Reference))
            .Select(entry => $"{entry.Reference}: none of its codes and texts names anything that the rules ask for");
    }

    /// <summary>Types of resources that the service has no use for, with their number.</summary>
    private static IEnumerable<string> NotRead(IReadOnlyList<ResourceEntry> entries) => entries
        .Where(e => !PatientFactsReader.ReadTypes.Contains(e.Type))
        .GroupBy(e => e.Type)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => $"{g.Key} ({g.Count()})");

    private static void Section(TextWriter writer, string title, IEnumerable<string> lines)
    {
        writer.WriteLine($"-- {title}");
        foreach (string line in lines) writer.WriteLine($"   {line}");
    }
}
