using System.Data.Common;
using Cds.CdsHooks.Store.Databases;
using Cds.CdsHooks.Store.Rows;
using Dapper;

namespace Cds.CdsHooks.Store.Writing;

/// <summary>Writes records in one transaction. Writing the same records again adds nothing.</summary>
internal sealed class RecordTransaction(StoreDatabase database)
{
    private readonly string _addAudit = database.InsertInto("cds_audit", RowForm.Default.AuditRow);
    private readonly string _addCards = database.InsertInto("cds_card", RowForm.Default.CardRow);
    private readonly string _addFeedback = database.InsertInto("cds_feedback", RowForm.Default.FeedbackRow);

    /// <summary>The latest entry on each card that the new entries are about; of another instance's at the same time the later one stays.</summary>
    private readonly string _setOutcomes =
        $"""
        insert into cds_outcome (card, rule, month, accepted, time)
        select card, rule, month, accepted, time from (
            select lower(card) as card, rule, month, accepted, time, row_number() over (partition by lower(card) order by time desc, id desc) as place
            from cds_feedback where rule is not null and lower(card) in (select lower(card) from ({database.Rows("cds_feedback", ["card"])}) as added)) as latest
        where place = 1
        on conflict (card) do update set rule = excluded.rule, month = excluded.month, accepted = excluded.accepted, time = excluded.time
        where excluded.time >= cds_outcome.time
        """;

    /// <summary>Writes them; they are on the disk when this returns.</summary>
    /// <param name="audits">Audit records.</param>
    /// <param name="feedback">Feedback.</param>
    /// <param name="further">What else belongs into the transaction.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task WriteAsync(
        IReadOnlyList<AuditRecord> audits, IReadOnlyList<FeedbackRecord> feedback, Func<DbConnection, DbTransaction, Task> further, CancellationToken cancellation)
    {
        CardRow[] cards = [.. audits.SelectMany(CardRow.Of)];
        return database.ChangeAsync(async (connection, transaction) =>
        {
            if (audits.Count > 0) await ExecuteAsync(_addAudit, JsonSerializer.Serialize([.. audits.Select(AuditRow.Of)], RowForm.Default.AuditRowArray));
            if (cards.Length > 0) await ExecuteAsync(_addCards, JsonSerializer.Serialize(cards, RowForm.Default.CardRowArray));
            if (feedback.Count > 0)
            {
                string rows = JsonSerializer.Serialize([.. feedback.Select(FeedbackRow.Of)], RowForm.Default.FeedbackRowArray);
                await ExecuteAsync(_addFeedback, rows);
                await ExecuteAsync(_setOutcomes, rows);
            }

            await further(connection, transaction);
            return 0;

            Task ExecuteAsync(string sql, string rows) => connection.ExecuteAsync(new CommandDefinition(sql, new { rows }, transaction, cancellationToken: cancellation));
        }, cancellation);
    }
}
