using System.Text;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>The journal: the contract of stores, and what a file can do to it.</summary>
public sealed class JournalStoreTests : StoreContract
{
    private readonly TemporaryFolder _folder = new();
    private readonly LogLines _log = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Journal => Path.Combine(_folder.Path, "journal-0001.jsonl");

    [Fact]
    public async Task A_torn_last_line_is_reported_left_as_it_is_and_does_not_touch_what_comes_after()
    {
        AuditRecord before = Shown("before"), after = Shown("after");
        await CloseAsync(before);
        await File.AppendAllTextAsync(Journal, "{\"audit\":{\"time\":\"2026-11-2", Cancellation);

        await using (JournalStore store = await OpenJournalAsync()) await store.AddAsync([Overridden(after)], Cancellation);
        Assert.Contains(_log.Entries, entry => entry.Level == LogLevel.Warning && entry.Text.Contains("1 lines cannot be read", StringComparison.Ordinal));
        await using JournalStore again = await OpenJournalAsync();
        Assert.NotNull(await again.FindCardAsync(before.Cards[0].Uuid.ToString(), Cancellation));
        Assert.Equal(1, (await again.CountAsync(Cancellation)).Outcomes.Single(count => count.Rule == "after").Overridden);
        Assert.Contains("{\"audit\":{\"time\":\"2026-11-2\n", await File.ReadAllTextAsync(Journal, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_torn_in_the_middle_of_a_character_is_tolerated()
    {
        await CloseAsync(Shown("a"));
        await using (FileStream file = new(Journal, FileMode.Append)) file.Write(Encoding.UTF8.GetBytes("{\"feedback\":{\"comment\":\"私").AsSpan()[..^1]);
        await using JournalStore store = await OpenJournalAsync();
        Assert.Single((await store.CountAsync(Cancellation)).Shown);
    }

    [Fact]
    public async Task Two_processes_write_two_files_and_read_both_at_start()
    {
        AuditRecord first = Shown("a"), second = Shown("b");
        await Store.AddAsync([Overridden(first)], Cancellation);
        await using (JournalStore other = await OpenJournalAsync()) await other.AddAsync([Overridden(second)], Cancellation);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "journal-0002.jsonl")));
        await using JournalStore third = await OpenJournalAsync();
        Assert.Equal(2, (await third.CountAsync(Cancellation)).Outcomes.Count);
    }

    [Fact]
    public async Task Every_line_is_json_and_says_nothing_about_the_patient_but_the_pseudonym()
    {
        AuditRecord shown = Shown("a");
        await CloseAsync(shown);
        string line = Assert.Single(await File.ReadAllLinesAsync(Journal, Cancellation));
        JournalLine read = JournalLine.Read(Encoding.UTF8.GetBytes(line))!;
        Assert.Equal(shown with { Cards = [], KeptBack = [] }, read.Audit! with { Cards = [], KeptBack = [] });
        Assert.Equal(shown.Cards, read.Audit.Cards);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_keeps_the_service_from_starting()
    {
        string file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);
        var store = new JournalStore(FolderAt(Path.Combine(file, "folder")), new Logger<JournalStore>(new LoggerFactory()));
        StoreUnavailableException failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.OpenAsync(Cancellation));
        Assert.Contains("Cds:Store:Folder", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_made_once_for_the_owner_only_and_kept()
    {
        StoreFolder folder = FolderAt(_folder.Path);
        string first = new PatientPseudonym(Options.Create(new CdsOptions()), folder).Of(null, "p1");
        Assert.Equal(first, new PatientPseudonym(Options.Create(new CdsOptions()), folder).Of(null, "p1"));
        string key = Path.Combine(_folder.Path, "patient.key");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        using var elsewhere = new TemporaryFolder();
        Assert.NotEqual(first, new PatientPseudonym(Options.Create(new CdsOptions()), FolderAt(elsewhere.Path)).Of(null, "p1"));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    private protected override async Task<IRecordStore> OpenAsync() => await OpenJournalAsync();

    private static StoreFolder FolderAt(string path)
    {
        var options = new CdsOptions();
        options.Store.Folder = path;
        return new StoreFolder(Options.Create(options));
    }

    private async Task<JournalStore> OpenJournalAsync()
    {
        var store = new JournalStore(FolderAt(_folder.Path), new Logger<JournalStore>(new LoggerFactory([_log])));
        await store.OpenAsync(Cancellation);
        return store;
    }

    /// <summary>Writes a record and lets go of the journal.</summary>
    private async Task CloseAsync(AuditRecord record)
    {
        await Store.AddAsync(record, Cancellation);
        await ((JournalStore)Store).DisposeAsync();
    }
}
