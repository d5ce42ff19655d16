using Cds.CdsHooks.Store;
using Cds.CdsHooks.Store.Migrations;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>The tables of both databases, and how those of before become them.</summary>
public sealed class MigrationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_databases_have_the_same_tables_and_columns()
    {
        PostgreSqlServer server = await PostgreSqlServer.PrepareAsync();
        using var folder = new TemporaryFolder();
        await using StoreBench shared = await StoreBench.OpenAsync(server.Configure), embedded = await StoreBench.OpenAsync(folder);
        string there = (string)(await server.ExecuteAsync(
            """
            select string_agg(table_name || '.' || column_name || case when is_nullable = 'YES' then '?' else '' end, ' ' order by (table_name || '.' || column_name) collate "C")
            from information_schema.columns where table_schema = current_schema()
            """))!;
        IReadOnlyList<string> here = await StoredRows.ReadAsync<string>(
            folder,
            """
            select tables.name || '.' || columns.name || case when columns."notnull" or columns.pk then '' else '?' end
            from sqlite_schema as tables, pragma_table_info(tables.name) as columns where tables.type = 'table'
            """);
        Assert.Equal(there.Split(' '), here.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public void Steps_are_numbered_from_one_without_gaps(string dialect) =>
        Assert.Equal(Enumerable.Range(1, Migration.Of(dialect).Count), Migration.Of(dialect).Select(step => step.Number));

    [Fact]
    public async Task Records_of_before_the_steps_are_kept_and_what_clients_once_stored_out_of_range_is_borne()
    {
        PostgreSqlServer server = await PostgreSqlServer.PrepareAsync();
        await server.ExecuteAsync(Migration.Of("postgresql")[0].Read());
        await server.ExecuteAsync(
            """
            insert into cds_audit (time, client, service, hook, hook_instance, outcome, knowledge_version, milliseconds, patient, kept_back, clinician)
            values ('2026-11-20T00:00:00Z', 'c', 's', 'h', '6d1f3a52-1c0b-4c7e-9e0a-7f5f2d9a4b10', 'cards', '0.1.0', 1.5, 'patient-1', '{a,b}', 'user-1');
            insert into cds_card (uuid, audit_id, time, client, rule, indicator, patient, scope, clinician)
            values ('0F1B8B9E-7A51-4A50-9A5D-0A54A6A3F001', (select id from cds_audit), '2026-11-20T00:00:00Z', 'c', 'a', 'info', 'patient-1', 'x', 'user-1');
            insert into cds_feedback (identity, received, client, service, card, accepted, time, suggestions, reason_code, rule, patient, lasting, clinician, until_changed)
            values ('1', '2026-11-20T00:00:00Z', 'c', 's', 'K1', false, '2026-11-20T00:00:00Z', '{}', 'noted', 'a', 'patient-1', true, 'user-1', true),
                   ('2', 'infinity', 'c', 's', 'k1', true, 'infinity', '{s1}', null, 'a', 'patient-1', false, 'user-1', false),
                   ('3', '-infinity', 'c', 's', 'k2', false, '-infinity', '{}', 'noted', 'b', 'patient-1', true, 'user-1', true);
            """);
        await using StoreBench bench = await StoreBench.OpenAsync(server.Configure);
        CardTrace card = (await bench.Store.FindCardsAsync(["0f1b8b9e-7a51-4a50-9a5d-0a54a6a3f001"], Cancellation)).Single().Value;
        Assert.Equal(new CardTrace("c", "a", "info", "patient-1") { Scope = "x", User = "user-1" }, card);
        FeedbackCounts counts = await bench.Store.CountAsync(sent => sent, Cancellation);
        Assert.Equal([new ShownCount("a", "2026-11", 1)], counts.Shown);
        Assert.Equal([new OutcomeCount("a", "9999-12", 1, 0), new OutcomeCount("b", "0001-01", 0, 1)], counts.Outcomes.OrderBy(count => count.Rule));
        Assert.Equal(["a", "b"], (await bench.Store.FindOverridesAsync("patient-1", null, TestService.Now, Cancellation)).Keys.Select(key => key.Rule).Order());
        Assert.Equal("""["a","b"]""", await server.ExecuteAsync("select kept_back from cds_audit"));
    }

    [Fact]
    public async Task An_entry_that_was_stored_before_the_steps_counts_once_when_it_is_sent_again()
    {
        PostgreSqlServer server = await PostgreSqlServer.PrepareAsync();
        await server.ExecuteAsync(Migration.Of("postgresql")[0].Read());
        await server.ExecuteAsync(
            """
            insert into cds_feedback (identity, received, service, card, accepted, time, suggestions, lasting)
            values ('k' || chr(31) || 'o' || chr(31) || '2026-11-20T00:00:00.0000000Z' || chr(31) || chr(31) || chr(31), now(), 's', 'k', false, '2026-11-20T00:00:00Z', '{}', false)
            """);
        await using StoreBench bench = await StoreBench.OpenAsync(server.Configure);
        await bench.Store.AddAsync([new FeedbackRecord { Received = TestService.Now, Service = "s", Card = "k", IsAccepted = false, Time = TestService.Now }], Cancellation);
        Assert.Equal(1, (await bench.Store.CountAsync(sent => sent, Cancellation)).UnknownCards);
    }
}
