using System.Text;
using Cds.CdsHooks.Batch;
using Cds.CdsHooks.Batch.BulkData;
using Cds.CdsHooks.Batch.Queue;
using Cds.CdsHooks.Batch.Register;
using Cds.CdsHooks.Commands;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.LocalKnowledge;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Batch.Queue;

/// <summary>A partition is answered where the run lies in the shared folder and is one of this knowledge; otherwise nothing is.</summary>
public sealed class PartitionRunnerTests : IDisposable
{
    private const string AsOf = "2026-11-20";

    private static readonly SiteKnowledge Site = KnowledgeFiles.Read((string?)null);
    private static readonly string Settings = AssessingSettings.Of(Site, new CdsOptions(), Language.English, AsOf, EntryDetail.None);

    private readonly string _folder = Directory.CreateTempSubdirectory("partition-").FullName;

    private string Input => Path.Combine(_folder, "in.ndjson");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Partitions_hold_the_lines_of_their_slice_with_their_numbers()
    {
        await File.WriteAllLinesAsync(Input, ["{", "{}", "", "[", "x"], TestContext.Current.CancellationToken);
        IReadOnlyList<FileSlice> slices = FileSlice.Cut(Input, 4);
        WorkFolder work = Plan([.. slices.Select(slice => new QueuedPart("../in.ndjson", slice))]);
        for (int part = 0; part < slices.Count; part++) await Runner().RunAsync("run", part, TestContext.Current.CancellationToken);
        string answers = string.Concat(Enumerable.Range(0, slices.Count).Select(part => File.ReadAllText(work.Part(part))));
        Assert.Equal(2, slices.Count);
        Assert.Equal(["in.ndjson:1", "in.ndjson:2", "in.ndjson:4", "in.ndjson:5"], answers.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Slices_are_whole_lines_and_together_the_file(long bytes)
    {
        string text = "a\n\nlonger line\nä\r\nlast without end";
        File.WriteAllText(Input, text);
        byte[] file = Encoding.UTF8.GetBytes(text);
        IReadOnlyList<FileSlice> slices = FileSlice.Cut(Input, bytes);
        Assert.Equal(text, string.Concat(slices.Select(slice => Encoding.UTF8.GetString(file, (int)slice.Offset, (int)slice.Length))));
        Assert.All(slices, slice => Assert.True(slice.Offset == 0 || file[slice.Offset - 1] == '\n'));
        Assert.All(slices, slice => Assert.Equal(1 + file.AsSpan(0, (int)slice.Offset).Count((byte)'\n'), slice.FirstLine));
    }

    [Theory]
    [InlineData("../elsewhere")]
    [InlineData("/tmp")]
    public Task A_run_outside_the_shared_folder_is_none(string run) =>
        Assert.ThrowsAsync<InvalidOperationException>(() => Runner().RunAsync(run, 0, TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_file_outside_the_shared_folder_is_not_read()
    {
        WorkFolder work = Plan([new QueuedPart("../../elsewhere.ndjson", null)]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Runner().RunAsync("run", 0, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(work.Part(0)));
    }

    [Fact]
    public async Task A_run_of_another_knowledge_is_answered_by_nobody_of_this_one()
    {
        await File.WriteAllTextAsync(Input, "{}\n", TestContext.Current.CancellationToken);
        WorkFolder work = Plan([new QueuedPart("../in.ndjson", null)], Settings + " other");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Runner().RunAsync("run", 0, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(work.Part(0)));
    }

    [Fact]
    public async Task A_partition_that_is_answered_or_of_a_run_that_has_ended_is_left_alone()
    {
        WorkFolder work = Plan([new QueuedPart("../in.ndjson", null)]);
        await File.WriteAllTextAsync(work.Part(0), "answered\n", TestContext.Current.CancellationToken);
        await Runner().RunAsync("run", 0, TestContext.Current.CancellationToken);
        Assert.Equal("answered\n", await File.ReadAllTextAsync(work.Part(0), TestContext.Current.CancellationToken));
        work.Delete();
        await Runner().RunAsync("run", 0, TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(work.Path));
    }

    [Theory]
    [InlineData("--queue")]
    [InlineData("--shared", "/tmp")]
    [InlineData("--queue", "--shared", "/tmp")]
    [InlineData("--queue", "--shared", "/tmp", "--Cds:Store:PostgreSql=Host=x")]
    [InlineData("--queue", "--shared", "/tmp", "--Cds:Store:PostgreSql=Host=x", "--input", "/tmp/x")]
    [InlineData("--queue", "--shared", "/tmp", "--Cds:Store:PostgreSql=Host=x", "--input", "/tmp/x", "--output", "/var/out.ndjson")]
    public void A_run_that_cannot_be_handed_out_is_refused(params string[] arguments) => Assert.Equal(CommandLine.WrongUse, CommandLine.Find(["batch", .. arguments])!(TextWriter.Null));

    [Fact]
    public void A_worker_without_a_database_ends_with_its_own_code() => Assert.Equal(RunEnd.Unusable, CommandLine.Find(["worker", "--shared", _folder])!(TextWriter.Null));

    private PartitionRunner Runner() => new(_folder, 1, new CdsOptions(), Site);

    private WorkFolder Plan(IReadOnlyList<QueuedPart> parts, string? settings = null)
    {
        WorkFolder work = WorkFolder.Open(Path.Combine(_folder, "run"), new RunState([], "", AsOf));
        new QueuedRun(settings ?? Settings, AsOf, AsOf, Language.English, EntryDetail.None, parts).Write(work.Path);
        return work;
    }
}
