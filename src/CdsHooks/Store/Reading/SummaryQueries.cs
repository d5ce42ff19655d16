using System.Data.Common;
using Cds.CdsHooks.Store.Databases;
using Dapper;

namespace Cds.CdsHooks.Store.Reading;

/// <summary>Counts for the summary. The database counts; each query walks one index, and nothing of it stays in memory.</summary>
internal sealed class SummaryQueries(StoreDatabase database)
{
    /// <summary>The counts; what a reason counts as, the caller says.</summary>
    public Task<FeedbackCounts> CountAsync(ReasonNaming naming) => database.RunAsync(
        async connection => new FeedbackCounts(
            [.. (await connection.QueryAsync<RuleMonth>(
                """
                select rule, month, cast(sum(cards) as bigint) as first from (
                    select rule, month, count(*) as cards from cds_card group by rule, month union all select rule, month, cards from cds_shown) as shown
                group by rule, month
                """)).Select(row => new ShownCount(row.Rule, row.Month, checked((int)row.First)))],
            [.. (await connection.QueryAsync<RuleMonth>(
                """
                select rule, month, cast(sum(case when accepted then cards else 0 end) as bigint) as first, cast(sum(case when accepted then 0 else cards end) as bigint) as second
                from (select rule, month, accepted, count(*) as cards from cds_outcome group by rule, month, accepted) as outcomes
                group by rule, month
                """)).Select(row => new OutcomeCount(row.Rule, row.Month, checked((int)row.First), checked((int)row.Second)))],
            await ReasonsAsync(connection, naming),
            checked((int)await connection.QuerySingleAsync<long>("select count(*) from cds_feedback where rule is null"))),
        CancellationToken.None);

    /// <summary>How long the latest calls took, the newest first.</summary>
    public Task<IReadOnlyList<CallDuration>> DurationsAsync(int most, CancellationToken cancellation) => database.RunAsync<IReadOnlyList<CallDuration>>(
        async connection => [.. (await connection.QueryAsync<DurationFound>("select service, milliseconds from cds_audit order by time desc limit @most", new { most }))
            .Select(row => new CallDuration(row.Service, row.Milliseconds))],
        cancellation);

    /// <summary>Codes are named while they stream by: there may be as many of them as entries.</summary>
    private static async Task<IReadOnlyList<ReasonCount>> ReasonsAsync(DbConnection connection, ReasonNaming naming)
    {
        var counts = new Dictionary<(string Rule, ReasonCode Reason), int>();
        await foreach (ReasonFound row in connection.QueryUnbufferedAsync<ReasonFound>(
            """
            select rule, reason_system as system, reason_code as code, count(*) as entries
            from cds_feedback where rule is not null and not accepted group by rule, reason_system, reason_code
            """))
        {
            (string, ReasonCode) key = (row.Rule, naming(new ReasonCode(row.System, row.Code)));
            counts[key] = counts.GetValueOrDefault(key) + checked((int)row.Entries);
        }

        return [.. counts.Select(entry => new ReasonCount(entry.Key.Rule, entry.Key.Reason.System, entry.Key.Reason.Code, entry.Value))];
    }

    private sealed class RuleMonth
    {
        public string Rule { get; set; } = "";

        public string Month { get; set; } = "";

        public long First { get; set; }

        public long Second { get; set; }
    }

    private sealed class DurationFound
    {
        public string Service { get; set; } = "";

        public double Milliseconds { get; set; }
    }

    private sealed class ReasonFound
    {
        public string Rule { get; set; } = "";

        public string? System { get; set; }

        public string? Code { get; set; }

        public long Entries { get; set; }
    }
}
