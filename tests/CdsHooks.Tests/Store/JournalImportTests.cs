using Cds.CdsHooks.Store;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.Extensions.Logging;
using static Cds.CdsHooks.Tests.Store.JournalLines;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>A journal of before is taken in once and kept.</summary>
public sealed class JournalImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Journal => Path.Combine(_folder.Path, "journal-0001.jsonl");

    [Fact]
    public async Task Cards_overrides_and_counts_are_those_of_the_journal()
    {
        await WriteAsync(ShownLine(), OverriddenLine());
        await using StoreBench bench = await StoreBench.OpenAsync(_folder);
        CardTrace card = (await bench.Store.FindCardsAsync([Card], Cancellation))[Card];
        Assert.Equal(new CardTrace("https://ehr.example.org", "safety.pregnancy", "warning", "patient-1") { Scope = "lenalidomide", User = "user-1" }, card);
        KeyValuePair<OverrideKey, Overridden> found = Assert.Single(await bench.Store.FindOverridesAsync("patient-1", "user-1", TestService.Now, Cancellation));
        Assert.Equal((new OverrideKey("safety.pregnancy", "lenalidomide"), "noted"), (found.Key, found.Value.Reason));
        FeedbackCounts counts = await bench.Store.CountAsync(sent => sent, Cancellation);
        Assert.Equal([new ShownCount("safety.pregnancy", "2026-10", 1)], counts.Shown);
        Assert.Equal([new OutcomeCount("safety.pregnancy", "2026-11", 0, 1)], counts.Outcomes);
        Assert.Equal(["""["x"]"""], await StoredRows.ReadAsync<string>(_folder, "select kept_back from cds_audit"));
        Assert.Equal(["wrote this"], await StoredRows.ReadAsync<string>(_folder, "select comment from cds_feedback"));
    }

    [Fact]
    public async Task It_is_taken_in_once_and_stays_as_it_is()
    {
        await WriteAsync(ShownLine(), OverriddenLine());
        byte[] before = await File.ReadAllBytesAsync(Journal, Cancellation);
        for (int start = 0; start < 2; start++) await (await StoreBench.OpenAsync(_folder)).DisposeAsync();
        Assert.Equal(before, await File.ReadAllBytesAsync(Journal, Cancellation));
        Assert.Equal([1L], await StoredRows.ReadAsync<long>(_folder, "select count(*) from cds_audit"));

        // Lines of a journal that was taken in do not come back once they are gone from the store.
        await StoredRows.ChangeAsync(_folder, "delete from cds_audit");
        await (await StoreBench.OpenAsync(_folder)).DisposeAsync();
        Assert.Equal([0L], await StoredRows.ReadAsync<long>(_folder, "select count(*) from cds_audit"));
    }

    [Fact]
    public async Task An_import_that_was_interrupted_is_done_again_and_adds_nothing_twice()
    {
        await WriteAsync(ShownLine(), OverriddenLine(), Torn);
        await (await StoreBench.OpenAsync(_folder)).DisposeAsync();
        await StoredRows.ChangeAsync(_folder, "delete from cds_journal");
        await using StoreBench bench = await StoreBench.OpenAsync(_folder);
        foreach (string table in new[] { "cds_audit", "cds_card", "cds_feedback", "cds_outcome", "cds_journal", "cds_journal_rest" })
            Assert.Equal([1L], await StoredRows.ReadAsync<long>(_folder, $"select count(*) from {table}"));
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_kept_as_text_and_said()
    {
        await WriteAsync("null", "{}", "{\"audit\":null}", "{\"audit\":{\"time\":null}}", "{\"feedback\":{\"time\":\"2026-11-20T00:00:00Z\",\"card\":null}}", "[1]", ShownLine(), "\0\0", Torn);
        await using StoreBench bench = await StoreBench.OpenAsync(_folder);
        Assert.Contains(bench.Log.Entries, entry => entry.Level == LogLevel.Warning && entry.Text.Contains("8 lines cannot be read", StringComparison.Ordinal));
        Assert.Equal(Torn[..^1], (await StoredRows.ReadAsync<string>(_folder, "select text from cds_journal_rest order by line desc limit 1"))[0].TrimEnd('\uFFFD'));
        Assert.Equal([1L], await StoredRows.ReadAsync<long>(_folder, "select count(*) from cds_audit"));
    }

    [Fact]
    public async Task Nulls_in_a_line_leave_the_rest_of_it_readable()
    {
        await WriteAsync(
            """{"audit":{"time":"2026-10-20T00:00:00Z","service":null,"cards":[null,{"uuid":null,"rule":"a"},{"uuid":"CARD","rule":"a","indicator":null}],"keptBack":null,"patient":null}}"""
                .Replace("CARD", Card, StringComparison.Ordinal),
            """{"feedback":{"card":"CARD","time":"2026-10-21T00:00:00Z","isAccepted":null,"suggestions":null,"rule":"a"}}""".Replace("CARD", Card, StringComparison.Ordinal));
        await using StoreBench bench = await StoreBench.OpenAsync(_folder);
        FeedbackCounts counts = await bench.Store.CountAsync(sent => sent, Cancellation);
        Assert.Equal([new ShownCount("a", "2026-10", 1)], counts.Shown);
        Assert.Equal([new OutcomeCount("a", "2026-10", 0, 1)], counts.Outcomes);
        Assert.DoesNotContain(bench.Log.Entries, entry => entry.Level >= LogLevel.Warning);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999+00:00")]
    public async Task Times_at_the_ends_of_the_calendar_are_taken_in(string time)
    {
        await WriteAsync(ShownLine().Replace("2026-10-20T00:00:00+00:00", time, StringComparison.Ordinal), OverriddenLine().Replace("2026-11-20T00:00:00+00:00", time, StringComparison.Ordinal));
        await using StoreBench bench = await StoreBench.OpenAsync(_folder);
        FeedbackCounts counts = await bench.Store.CountAsync(sent => sent, Cancellation);
        Assert.Equal((time[..7], time[..7]), (counts.Shown.Single().Month, counts.Outcomes.Single().Month));
        Assert.Single(await bench.Store.FindOverridesAsync("patient-1", null, TestService.Now, Cancellation));
    }

    [Fact]
    public async Task Journals_of_several_processes_are_all_taken_in()
    {
        await WriteAsync(ShownLine());
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "journal-0002.jsonl"), OverriddenLine() + "\n", Cancellation);
        await using StoreBench bench = await StoreBench.OpenAsync(_folder);
        FeedbackCounts counts = await bench.Store.CountAsync(sent => sent, Cancellation);
        Assert.Single(counts.Shown);
        Assert.Single(counts.Outcomes);
    }

    [Fact]
    public async Task More_lines_than_one_transaction_takes_are_all_taken_in()
    {
        await WriteAsync([.. Enumerable.Range(0, 4_500).Select(_ => ShownLine().Replace(Card, Guid.NewGuid().ToString(), StringComparison.Ordinal))]);
        await using StoreBench bench = await StoreBench.OpenAsync(_folder);
        Assert.Equal(4_500, (await bench.Store.CountAsync(sent => sent, Cancellation)).Shown.Single().Count);
    }

    public void Dispose() => _folder.Dispose();

    private Task WriteAsync(params string[] lines) => JournalLines.WriteAsync(Journal, lines);
}
