using Cds.CdsHooks.Store;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>The contract of stores against a real PostgreSQL server, and what instances share there.</summary>
public sealed class PostgreSqlStoreTests : StoreContract
{
    private PostgreSqlServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        _server = await PostgreSqlServer.PrepareAsync();
        await base.InitializeAsync();
    }

    [Fact]
    public async Task A_server_that_is_gone_is_a_store_that_is_not_available_and_says_why()
    {
        await using StoreBench bench = StoreBench.Closed(options => options.PostgreSql = "Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=2");
        StoreUnavailableException failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => bench.Store.OpenAsync(Cancellation));
        Assert.Equal(StoreFault.Unreachable, failure.Fault);
    }

    [Fact]
    public async Task Two_instances_share_cards_overrides_and_counts()
    {
        await using StoreBench other = await OpenAsync();
        AuditRecord shown = Shown("a");
        Bench.Audit.Add(shown);
        await Store.CheckAsync(Cancellation);
        Assert.NotEmpty(await other.Store.FindCardsAsync([shown.Cards[0].Uuid.ToString()], Cancellation));
        await other.Store.AddAsync([Overridden(shown)], Cancellation);
        Assert.Single(await Store.FindOverridesAsync("patient-1", null, Now, Cancellation));
        Assert.Equal([new OutcomeCount("a", "2026-11", 0, 1)], (await CountAsync()).Outcomes);
    }

    [Fact]
    public async Task Instances_that_start_together_make_the_tables_once()
    {
        PostgreSqlServer server = await PostgreSqlServer.PrepareAsync();
        StoreBench[] benches = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StoreBench.OpenAsync(server.Configure)));
        foreach (StoreBench bench in benches) await bench.DisposeAsync();
        Assert.Equal(2L, await server.ExecuteAsync("select count(*) from cds_migration"));
    }

    [Fact]
    public async Task A_journal_is_taken_in_once_by_instances_that_start_together_and_kept()
    {
        using var folder = new TemporaryFolder();
        string journal = Path.Combine(folder.Path, "journal-0001.jsonl");
        string[] more = [.. Enumerable.Range(0, 2_500).Select(_ => JournalLines.ShownLine().Replace(JournalLines.Card, Guid.NewGuid().ToString(), StringComparison.Ordinal))];
        await JournalLines.WriteAsync(journal, [JournalLines.ShownLine(), JournalLines.OverriddenLine(), "null", .. more, JournalLines.Torn]);
        byte[] before = await File.ReadAllBytesAsync(journal, Cancellation);
        PostgreSqlServer server = await PostgreSqlServer.PrepareAsync();
        StoreBench[] benches = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StoreBench.OpenAsync(options =>
        {
            server.Configure(options);
            options.Folder = folder.Path;
        })));
        FeedbackCounts counts = await benches[0].Store.CountAsync(sent => sent, Cancellation);
        Assert.Equal([new ShownCount("safety.pregnancy", "2026-10", 2_501)], counts.Shown);
        Assert.Equal([new OutcomeCount("safety.pregnancy", "2026-11", 0, 1)], counts.Outcomes);
        Assert.Equal(2L, await server.ExecuteAsync("select count(*) from cds_journal_rest"));
        Assert.Single(await benches[1].Store.FindOverridesAsync("patient-1", "user-1", Now, Cancellation));
        Assert.Equal(before, await File.ReadAllBytesAsync(journal, Cancellation));
        foreach (StoreBench bench in benches) await bench.DisposeAsync();
    }

    [Fact]
    public async Task A_token_used_at_one_instance_is_refused_at_the_other_until_it_has_expired()
    {
        var time = new FakeTimeProvider(Now);
        await using StoreBench first = await StoreBench.OpenAsync(_server.Configure, time), second = await StoreBench.OpenAsync(_server.Configure, time);
        DateTimeOffset until = Now.AddMinutes(5);
        Assert.True(await first.Replay.TryRememberAsync("https://ehr.example.org", "t1", until, Cancellation));
        Assert.False(await first.Replay.TryRememberAsync("https://ehr.example.org", "t1", until, Cancellation));
        Assert.False(await second.Replay.TryRememberAsync("https://ehr.example.org", "t1", until, Cancellation));
        Assert.True(await second.Replay.TryRememberAsync("https://other.example.org", "t1", until, Cancellation));
        Assert.Equal(2L, await _server.ExecuteAsync("select count(*) from cds_token"));
        await first.Retention.CleanAsync(Cancellation);
        Assert.Equal(2L, await _server.ExecuteAsync("select count(*) from cds_token"));
        time.Advance(TimeSpan.FromMinutes(6));
        await first.Retention.CleanAsync(Cancellation);
        Assert.Equal(0L, await _server.ExecuteAsync("select count(*) from cds_token"));
    }

    [Fact]
    public async Task Of_many_uses_of_a_token_at_once_one_is_the_first()
    {
        await using StoreBench first = await OpenAsync(), second = await OpenAsync();
        bool[] uses = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            (number % 2 == 0 ? first : second).Replay.TryRememberAsync("https://ehr.example.org", "t2", Now.AddMinutes(5), Cancellation).AsTask()));
        Assert.Single(uses, isFirst => isFirst);
    }

    [Fact]
    public async Task While_the_server_is_gone_each_instance_still_refuses_what_it_saw_itself()
    {
        await using StoreBench alone = StoreBench.Closed(options => options.PostgreSql = "Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=2");
        Assert.True(await alone.Replay.TryRememberAsync("https://ehr.example.org", "t3", Now.AddMinutes(5), Cancellation));
        Assert.False(await alone.Replay.TryRememberAsync("https://ehr.example.org", "t3", Now.AddMinutes(5), Cancellation));
        Assert.Contains(alone.Log.Entries, entry => entry.Text.Contains("cannot be used", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_used_while_the_server_was_gone_is_refused_everywhere_as_soon_as_it_is_back()
    {
        await using StoreBench first = await OpenAsync(), second = await OpenAsync();
        await _server.ExecuteAsync("alter table cds_token rename to cds_token_away");
        foreach (string token in new[] { "t4", "t5" }) Assert.True(await first.Replay.TryRememberAsync("https://ehr.example.org", token, Now.AddMinutes(5), Cancellation));
        await _server.ExecuteAsync("alter table cds_token_away rename to cds_token");
        while (await _server.ExecuteAsync("select count(*) from cds_token") is not 2L) await Task.Delay(20, Cancellation);
        foreach (string token in new[] { "t4", "t5" }) Assert.False(await second.Replay.TryRememberAsync("https://ehr.example.org", token, Now.AddMinutes(5), Cancellation));
        Assert.True(await second.Replay.TryRememberAsync("https://ehr.example.org", "t6", Now.AddMinutes(5), Cancellation));
        Assert.False(await first.Replay.TryRememberAsync("https://ehr.example.org", "t6", Now.AddMinutes(5), Cancellation));
    }

    [Fact]
    public async Task Tables_that_are_gone_are_said_and_nothing_is_acknowledged()
    {
        await _server.ExecuteAsync("drop table cds_feedback");
        StoreUnavailableException failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.AddAsync([Overridden(Shown("a"))], Cancellation));
        Assert.Equal(StoreFault.Missing, failure.Fault);
    }

    private protected override Task<StoreBench> OpenAsync() => StoreBench.OpenAsync(_server.Configure);
}
