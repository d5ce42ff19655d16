using Cds.CdsHooks.Pages;

namespace Cds.CdsHooks.Batch.Register;

/// <summary>Makes of the entries of a run what was asked for: tables, report, worklist.</summary>
internal sealed class RegisterResults(RegisterWanted wanted, KnowledgeBase knowledge, IReadOnlySet<string> settings, Language language)
{
    /// <summary>Writes everything.</summary>
    /// <param name="folder">Folder for work.</param>
    /// <param name="entries">Files of entries.</param>
    /// <param name="asOf">The moment asked about.</param>
    /// <param name="unreadable">Lines that were no assessment.</param>
    /// <param name="token">Ends it.</param>
    /// <exception cref="IOException">A result cannot be written.</exception>
    public async Task WriteAsync(string folder, IReadOnlyList<string> entries, AsOf asOf, long unreadable, CancellationToken token)
    {
        using RegisterDatabase database = RegisterDatabase.Fill(folder, entries);
        if (wanted.Tables is { } tables) RegisterTables.Write(database, tables);
        if (wanted.Worklist is { } worklist) Worklist.Write(database, worklist, asOf.Day, wanted.OverdueDays, language);
        if (wanted.Report is not { } report) return;
        RegisterSummary summary = new SummaryReader(database, knowledge, wanted.NamesPatients).Read(asOf, wanted.OverdueDays, unreadable, CandidateRule.Of(settings));
        string page = await PageRenderer.RenderAloneAsync<RegisterPage>(language, (nameof(RegisterPage.Summary), summary));
        await File.WriteAllTextAsync(BatchOutput.Partial(report), page, token);
        File.Move(BatchOutput.Partial(report), report, overwrite: true);
    }
}
