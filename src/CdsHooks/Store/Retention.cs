using Cds.CdsHooks.Store.Databases;
using Cds.CdsHooks.Store.Rows;
using Cds.CdsHooks.Telemetry;
using Dapper;

namespace Cds.CdsHooks.Store;

/// <summary>
/// Removes what is no longer kept: audit records after <c>Cds:Store:AuditRetention</c>, tokens that have expired, marks of instances that are gone. It works
/// in small transactions, so that nobody waits for it. How often a rule was shown stays, as a count; feedback stays.
/// </summary>
internal sealed class Retention(StoreDatabase database, TimeProvider time, IOptions<CdsOptions> options, ILogger<Retention> logger) : BackgroundService
{
    private const int RecordsAtOnce = 500;

    /// <summary>A time before this is a clock that was wrong: nobody knows how old the record is, and it stays.</summary>
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10), KeepMarks = TimeSpan.FromDays(1), Rest = TimeSpan.FromMilliseconds(50);

    private readonly TimeSpan _keepAudit = options.Value.Store.AuditRetention;

    /// <summary>Removes what is over now; the number of audit records removed.</summary>
    public async Task<int> CleanAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        await ChangeAsync("delete from cds_token where expires < @now", new { now }, cancellation);
        await ChangeAsync("delete from cds_probe where time < @before", new { before = now - KeepMarks }, cancellation);
        int removed = 0, some;
        while ((some = await RemoveSomeAsync(now - _keepAudit, cancellation)) > 0)
        {
            removed += some;
            await Task.Delay(Rest, cancellation);
        }

        return removed;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Interval, time);
            while (await timer.WaitForNextTickAsync(stoppingToken)) await CleanAndLogAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends, or never got to listen: no failure of this task, and nothing to log.
        }
    }

    private async Task CleanAndLogAsync(CancellationToken cancellation)
    {
        try
        {
            if (await CleanAsync(cancellation) is > 0 and int removed) logger.AuditRemoved(removed);
        }
        catch (StoreUnavailableException exception)
        {
            logger.RetentionFailed(exception.Fault, exception);
        }
    }

    /// <summary>Another instance that removes at the same time gets none of the records that this one gets, so that no card is counted twice.</summary>
    private Task<int> RemoveSomeAsync(DateTimeOffset before, CancellationToken cancellation) => database.ChangeAsync(async (connection, transaction) =>
    {
        string[] gone = [.. await connection.QueryAsync<string>(Command(
            "delete from cds_audit where record in (select record from cds_audit where time >= @Earliest and time < @before order by time limit @RecordsAtOnce) returning record",
            new { Earliest, before, RecordsAtOnce }))];
        if (gone.Length == 0) return 0;
        string rows = RowForm.Write("record", gone), among = database.Among("cds_card", "record");
        await connection.ExecuteAsync(Command(
            $"""
            insert into cds_shown (rule, month, cards) select rule, month, count(*) from cds_card where record in {among} group by rule, month
            on conflict (rule, month) do update set cards = cds_shown.cards + excluded.cards
            """,
            new { rows }));
        await connection.ExecuteAsync(Command($"delete from cds_card where record in {among}", new { rows }));
        return gone.Length;

        CommandDefinition Command(string sql, object parameters) => new(sql, parameters, transaction, cancellationToken: cancellation);
    }, cancellation);

    private Task ChangeAsync(string sql, object parameters, CancellationToken cancellation) => database.ChangeAsync(
        (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation)), cancellation);
}
