using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Store.Databases;
using Cds.CdsHooks.Store.Writing;
using Cds.CdsHooks.Tests.Hosting;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>The contract of stores against a file, and what may happen to a file.</summary>
public sealed class SqliteStoreTests : StoreContract
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_processes_share_the_file()
    {
        await using StoreBench other = await OpenAsync();
        AuditRecord[] shown = [.. Enumerable.Range(0, 20).Select(_ => Shown("a"))];
        await Task.WhenAll(shown.Select(async (record, number) =>
        {
            StoreBench bench = number % 2 == 0 ? Bench : other;
            bench.Audit.Add(record);
            await bench.Store.AddAsync([Accepted(record)], Cancellation);
        }));
        Assert.Equal([new OutcomeCount("a", "2026-11", 20, 0)], (await CountAsync()).Outcomes);
    }

    [Fact]
    public async Task A_folder_that_was_deleted_is_said_and_nothing_is_acknowledged_or_made_anew()
    {
        AuditRecord shown = Shown("a");
        await Store.CheckAsync(Cancellation);
        Directory.Delete(_folder.Path, recursive: true);
        Assert.Equal(StoreFault.Missing, (await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.AddAsync([Overridden(shown)], Cancellation))).Fault);
        Assert.Equal(StoreFault.Missing, (await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.CheckAsync(Cancellation))).Fault);
        Directory.CreateDirectory(_folder.Path);
        Assert.Equal(StoreFault.Missing, (await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.CheckAsync(Cancellation))).Fault);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Another_file_in_its_place_is_noticed_before_anything_is_acknowledged()
    {
        FeedbackRecord feedback = Overridden(Shown("a"));
        await Store.CheckAsync(Cancellation);
        using var elsewhere = new TemporaryFolder();
        await (await StoreBench.OpenAsync(elsewhere)).DisposeAsync();
        Directory.Delete(_folder.Path, recursive: true);
        Directory.CreateDirectory(_folder.Path);
        File.Move(StoredRows.FileOf(elsewhere), StoredRows.FileOf(_folder));
        Assert.Equal(StoreFault.Missing, (await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.AddAsync([feedback], Cancellation))).Fault);

        // Sent again it is written to the file that is there now, say a backup that was restored.
        await Store.AddAsync([feedback], Cancellation);
        Assert.Equal([feedback.Card], await StoredRows.ReadAsync<string>(_folder, "select card from cds_feedback"));
    }

    [Fact]
    public async Task What_was_shown_while_the_file_was_away_is_written_when_it_is_back()
    {
        await Store.CheckAsync(Cancellation);
        string away = _folder.Path + "-away";
        Directory.Move(_folder.Path, away);
        AuditRecord shown = Shown("a");
        Bench.Audit.Add(shown);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.CheckAsync(Cancellation));
        Directory.Move(away, _folder.Path);
        await Store.CheckAsync(Cancellation);
        Assert.Equal(1, (await CountAsync()).Shown.Single().Count);
    }

    [Theory]
    [InlineData("max_page_count=60", StoreFault.Full)]
    [InlineData("query_only=1", StoreFault.ReadOnly)]
    public async Task A_disk_that_takes_no_more_is_said_and_nothing_is_acknowledged_until_it_does(string limit, StoreFault fault)
    {
        AuditRecord shown = Shown("a");
        FeedbackRecord large = Overridden(shown) with { Comment = new string('x', 1_000_000) };
        await Bench.Part<StoreDatabase>().RunAsync(connection => connection.ExecuteAsync("pragma " + limit), Cancellation);
        Assert.Equal(fault, (await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.AddAsync([large], Cancellation))).Fault);
        Assert.Empty((await CountAsync()).Outcomes);
        await Store.AddAsync([large], Cancellation);
        Assert.Equal(1, (await CountAsync()).Outcomes.Single().Overridden);
    }

    [Fact]
    public async Task Audit_records_wait_while_somebody_holds_the_file_and_hooks_read_on()
    {
        AuditRecord shown = Shown("a");
        await Store.AddAsync([Overridden(shown)], Cancellation);
        await using (SqliteConnection holder = StoredRows.Open(_folder))
        {
            await holder.OpenAsync(Cancellation);
            await using var transaction = holder.BeginTransaction();
            Bench.Audit.Add(shown);
            Assert.Single(await Store.FindOverridesAsync("patient-1", null, Now, Cancellation));
            Assert.Equal(StoreFault.Locked, (await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.CheckAsync(Cancellation))).Fault);
            Assert.NotNull(await FindCardAsync(shown.Cards[0].Uuid.ToString()));
        }

        await ReopenAsync();
        Assert.Equal(1, (await CountAsync()).Shown.Single().Count);
    }

    [Fact]
    public async Task More_audit_records_than_can_wait_are_counted_as_lost_and_said()
    {
        await using (SqliteConnection holder = StoredRows.Open(_folder))
        {
            await holder.OpenAsync(Cancellation);
            await using var transaction = holder.BeginTransaction();
            for (int number = 0; number < RecordWriter.MostAuditWaiting + 3; number++) Bench.Audit.Add(Shown());
        }

        await Bench.DisposeAsync();
        Assert.Contains(Bench.Log.Entries, entry => entry.Text.Contains("3 audit records are lost", StringComparison.Ordinal));
        Assert.Equal(RecordWriter.MostAuditWaiting, (await StoredRows.ReadAsync<int>(_folder, "select count(*) from cds_audit"))[0]);
    }

    [Fact]
    public async Task One_record_that_the_database_refuses_does_not_take_others_with_it()
    {
        await StoredRows.ChangeAsync(_folder, "create trigger refuse before insert on cds_audit when new.service = 'bad' begin select raise(abort, 'refused'); end");
        AuditRecord good = Shown("a"), bad = Shown("b") with { Service = "bad" };
        Bench.Audit.Add(good);
        Bench.Audit.Add(bad);
        await Store.AddAsync([Overridden(good)], Cancellation);
        await ReopenAsync();
        FeedbackCounts counts = await CountAsync();
        Assert.Equal("a", counts.Shown.Single().Rule);
        Assert.Equal(1, counts.Outcomes.Single().Overridden);
    }

    [Fact]
    public async Task Retention_works_by_itself_as_time_passes()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(Now);
        await using StoreBench bench = await StoreBench.OpenAsync(folder, time);
        bench.Audit.Add(Shown("a"));
        await bench.Store.CheckAsync(Cancellation);
        await bench.Retention.StartAsync(Cancellation);
        for (int waited = 0; waited < 500 && (await StoredRows.ReadAsync<int>(folder, "select count(*) from cds_audit"))[0] > 0; waited++)
        {
            time.Advance(TimeSpan.FromDays(731));
            await Task.Delay(20, Cancellation);
        }

        await bench.Retention.StopAsync(Cancellation);
        Assert.Equal([1], await StoredRows.ReadAsync<int>(folder, "select cards from cds_shown"));
    }

    [Fact]
    public async Task Tables_of_a_later_version_keep_the_service_from_starting()
    {
        await StoredRows.ChangeAsync(_folder, "insert into cds_migration values (99, 'later', '')");
        StoreUnavailableException failure = await Assert.ThrowsAsync<StoreUnavailableException>(OpenAsync);
        Assert.Contains("later version", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_keeps_the_service_from_starting()
    {
        string file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);
        StoreUnavailableException failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreBench.OpenAsync(options => options.Folder = Path.Combine(file, "folder")));
        Assert.Contains("Cds:Store:Folder", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_keeps_the_service_from_starting_and_stays_as_it_is()
    {
        using var other = new TemporaryFolder();
        await File.WriteAllTextAsync(StoredRows.FileOf(other), new string('x', 10_000), Cancellation);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreBench.OpenAsync(other));
        Assert.Equal(10_000, new FileInfo(StoredRows.FileOf(other)).Length);
    }

    [Fact]
    public void File_and_key_are_for_the_owner_only_and_the_key_is_kept()
    {
        string first = Bench.Part<PatientPseudonym>().Of(null, "p1");
        var options = new CdsOptions();
        options.Store.Folder = _folder.Path;
        IOptions<CdsOptions> same = Options.Create(options);
        Assert.Equal(first, new PatientPseudonym(same, new StoreFolder(same)).Of(null, "p1"));
        if (OperatingSystem.IsWindows()) return;
        foreach (string name in new[] { "patient.key", "records.db" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder.Path, name)));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    private protected override Task<StoreBench> OpenAsync() => StoreBench.OpenAsync(_folder);
}
