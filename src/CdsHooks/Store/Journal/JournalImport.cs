using System.Text;
using Cds.CdsHooks.Store.Databases;
using Cds.CdsHooks.Store.Rows;
using Cds.CdsHooks.Store.Writing;
using Cds.CdsHooks.Telemetry;
using Dapper;

namespace Cds.CdsHooks.Store.Journal;

/// <summary>
/// Takes the journals in the store's folder in, each once, before the first request; the files stay as they are. A line that cannot be read is kept as
/// text and said. An import that was interrupted is done again and adds nothing twice.
/// </summary>
internal sealed class JournalImport(StoreDatabase database, TimeProvider time, ILogger<JournalImport> logger)
{
    private const int LinesAtOnce = 2_000;

    private readonly RecordTransaction _records = new(database);
    private readonly string _addRest = database.InsertInto("cds_journal_rest", RowForm.Default.JournalRestRow);

    /// <summary>Takes in what was not taken in before.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (database.JournalFolder is not { } folder) return;
        foreach (JournalFile file in JournalFile.In(folder))
        {
            string identity = file.Identity();
            bool isKnown = await database.RunAsync(
                connection => connection.QuerySingleAsync<long>(new CommandDefinition("select count(*) from cds_journal where file = @identity", new { identity }, cancellationToken: cancellation)),
                cancellation) > 0;
            if (!isKnown) await TakeInAsync(file, identity, cancellation);
        }
    }

    private async Task TakeInAsync(JournalFile file, string identity, CancellationToken cancellation)
    {
        logger.JournalImportStarted(file.Path);
        long lines = 0, unread = 0;
        foreach (byte[][] some in file.Lines().Chunk(LinesAtOnce))
        {
            List<AuditRecord> audits = [];
            List<FeedbackRecord> feedback = [];
            List<JournalRestRow> rest = [];
            foreach (byte[] line in some)
            {
                lines++;
                JournalLine? read = JournalLine.Read(line);
                if (read?.ToAudit(identity, lines, line) is { } audit) audits.Add(audit);
                if (read?.ToFeedback() is { } entry) feedback.Add(entry);
                // PostgreSQL has no NUL in a text.
                if (read is null) rest.Add(new JournalRestRow(identity, lines, Encoding.UTF8.GetString(line).Replace('\0', '\uFFFD')));
            }

            unread += rest.Count;
            await _records.WriteAsync(
                audits,
                feedback,
                (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
                    _addRest, new { rows = JsonSerializer.Serialize([.. rest], RowForm.Default.JournalRestRowArray) }, transaction, cancellationToken: cancellation)),
                cancellation);
        }

        await database.ChangeAsync(
            (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
                "insert into cds_journal (file, lines, unread, time) values (@identity, @lines, @unread, @now) on conflict do nothing",
                new { identity, lines, unread, now = time.GetUtcNow() },
                transaction,
                cancellationToken: cancellation)),
            cancellation);
        logger.JournalImported(file.Path, lines);
        if (unread > 0) logger.JournalLinesUnreadable(file.Path, unread);
    }
}
