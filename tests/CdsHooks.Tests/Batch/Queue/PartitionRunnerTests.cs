using System.IO.Compression;
using System.Text;
using Cds.CdsHooks.Batch;
using Cds.CdsHooks.Batch.BulkData;
using Cds.CdsHooks.Batch.Queue;
using Cds.CdsHooks.Batch.Register;
using Cds.CdsHooks.Commands;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Tests.Samples;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Batch.Queue;

/// <summary>A partition is answered where its run is under way and is one of this knowledge; otherwise nothing is.</summary>
public sealed class PartitionRunnerTests : IDisposable
{
    private const string AsOf = "2026-11-20";

    private static readonly SiteKnowledge Site = KnowledgeFiles.Read((string?)null);
    private static readonly string Settings = AssessingSettings.Of(Site, new CdsOptions(), Language.English, AsOf, EntryDetail.None);

    private readonly string _folder = Directory.CreateTempSubdirectory("partition-").FullName;

    private readonly RunFiles _files = RunFiles.New();

    private string Input => Path.Combine(_folder, "in.ndjson");

    private string Shared => Directory.CreateDirectory(Path.Combine(_folder, "shared")).FullName;

    private string Answers(int part) => Path.Combine(Shared, _files.Answers(part));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Partitions_hold_whole_lines_with_their_numbers_in_the_input()
    {
        await File.WriteAllLinesAsync(Input, ["{", "{}", "", "[", "x"], TestContext.Current.CancellationToken);
        QueuedRun run = await PlanAsync(bytes: 4);
        for (int part = 0; part < run.Parts!.Count; part++) await Runner().RunAsync(_files.Run, part, TestContext.Current.CancellationToken);
        string answers = string.Concat(Enumerable.Range(0, run.Parts.Count).Select(part => File.ReadAllText(Answers(part))));
        Assert.Equal(2, run.Parts.Count);
        Assert.Equal(["in.ndjson:1", "in.ndjson:2", "in.ndjson:4", "in.ndjson:5"], answers.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task A_packed_input_is_one_partition_and_one_that_was_cut_off_says_so()
    {
        using (var packed = new GZipStream(File.Create(Input + ".gz"), CompressionMode.Compress)) packed.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{}\n", 50_000))));
        byte[] whole = await File.ReadAllBytesAsync(Input + ".gz", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Input + ".gz", whole[..^10], TestContext.Current.CancellationToken);
        QueuedRun run = await PlanAsync(bytes: 4, ending: ".gz");
        await Runner().RunAsync(_files.Run, 0, TestContext.Current.CancellationToken);
        Assert.Single(run.Parts!);
        Assert.Contains("the input cannot be read any further", File.ReadLines(Answers(0)).Last(), StringComparison.Ordinal);
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
    [InlineData("cds-run-/../../x")]
    public Task What_is_no_name_of_a_run_is_none(string run) =>
        Assert.ThrowsAsync<InvalidOperationException>(() => Runner().RunAsync(run, 0, TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_run_of_another_knowledge_is_answered_by_nobody_of_this_one()
    {
        await File.WriteAllTextAsync(Input, "{}\n", TestContext.Current.CancellationToken);
        await PlanAsync(settings: Settings + " other");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Runner().RunAsync(_files.Run, 0, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(Answers(0)));
    }

    [Fact]
    public void Knowledge_is_told_by_what_its_files_say_and_not_by_where_they_lie()
    {
        string facts = File.ReadAllText(Path.Combine(Repository.Root, "docs", "examples", "overlay", "facts", "local-laboratory.yaml"));
        string one = Overlay("one", facts), same = Overlay("same", facts), other = Overlay("other", facts + "# changed\n");
        Assert.Equal(Said(one), Said(same));
        Assert.NotEqual(Said(one), Said(other));
        Assert.NotEqual(Said(one), Said(null));

        string Overlay(string name, string yaml)
        {
            string folder = Directory.CreateDirectory(Path.Combine(_folder, name, "facts")).FullName;
            File.WriteAllText(Path.Combine(folder, "local.yaml"), yaml);
            return Path.Combine(_folder, name);
        }

        static string Said(string? overlay)
        {
            var options = new CdsOptions();
            options.Knowledge.Overlay = overlay;
            return AssessingSettings.Of(KnowledgeFiles.Read(overlay), options, Language.English, AsOf, EntryDetail.None);
        }
    }

    [Fact]
    public async Task A_partition_that_is_answered_or_of_a_run_that_has_ended_is_left_alone()
    {
        await File.WriteAllTextAsync(Input, "{}\n", TestContext.Current.CancellationToken);
        QueuedRun run = await PlanAsync();
        await File.WriteAllTextAsync(Answers(0), "answered\n", TestContext.Current.CancellationToken);
        await Runner().RunAsync(_files.Run, 0, TestContext.Current.CancellationToken);
        Assert.Equal("answered\n", await File.ReadAllTextAsync(Answers(0), TestContext.Current.CancellationToken));
        // What was collected is not answered once more.
        File.Delete(Answers(0));
        File.Delete(Path.Combine(Shared, _files.Patients(0, run.Parts![0])));
        await Runner().RunAsync(_files.Run, 0, TestContext.Current.CancellationToken);
        Assert.False(File.Exists(Answers(0)));
        Directory.Delete(Path.Combine(Shared, _files.Run), recursive: true);
        await Runner().RunAsync(_files.Run, 0, TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(Path.Combine(Shared, _files.Run)));
    }

    [Fact]
    public async Task Answers_of_a_run_that_ended_meanwhile_are_taken_away_again()
    {
        await File.WriteAllTextAsync(Input, "{}\n", TestContext.Current.CancellationToken);
        await PlanAsync();
        var shared = new EndingRun(new SharedFolder(Shared), _files);
        await new PartitionRunner(shared, 1, new CdsOptions(), Site).RunAsync(_files.Run, 0, TestContext.Current.CancellationToken);
        Assert.True(shared.HasEnded);
        Assert.False(Directory.Exists(Path.Combine(Shared, _files.Run)));
    }

    [Theory]
    [InlineData("--queue")]
    [InlineData("--shared", "/tmp")]
    [InlineData("--queue", "--shared", "/tmp")]
    [InlineData("--queue", "--shared", "/tmp", "--Cds:Store:PostgreSql=Host=x")]
    [InlineData("--queue", "--shared", "/tmp", "--Cds:Store:PostgreSql=Host=x", "--input", "/tmp/x")]
    [InlineData("--queue", "--shared", "/tmp", "--Cds:Store:PostgreSql=Host=x", "--input", "/tmp/x", "--output", "none")]
    [InlineData("--queue", "--shared", "/tmp/no/such/folder", "--Cds:Store:PostgreSql=Host=x", "--input", "/tmp/x", "--output", "/tmp/y")]
    [InlineData("--queue", "--shared", "s3://", "--Cds:Store:PostgreSql=Host=x", "--input", "/tmp/x", "--output", "/tmp/y")]
    [InlineData("--queue", "--shared", "https://s3.example.org/register?x=1", "--Cds:Store:PostgreSql=Host=x", "--input", "/tmp/x", "--output", "/tmp/y")]
    public void A_run_that_cannot_be_handed_out_is_refused(params string[] arguments) => Assert.Equal(CommandLine.WrongUse, CommandLine.Find(["batch", .. arguments])!(TextWriter.Null));

    [Fact]
    public void A_worker_without_a_database_ends_with_its_own_code() => Assert.Equal(RunEnd.Unusable, CommandLine.Find(["worker", "--shared", Shared])!(TextWriter.Null));

    private PartitionRunner Runner() => new(new SharedFolder(Shared), 1, new CdsOptions(), Site);

    private Task<QueuedRun> PlanAsync(long bytes = 1000, string ending = "", string? settings = null)
    {
        WorkFolder work = WorkFolder.Open(Path.Combine(_folder, "work"), new RunState([], "", AsOf));
        var run = new QueuedRun(_files.Run, settings ?? Settings, AsOf, AsOf, Language.English, EntryDetail.None, null);
        return new QueuePlanner(BatchInput.Find(Input + ending), 10_000_000, new SharedFolder(Shared), TextWriter.Null, bytes).PlanAsync(work, run, TestContext.Current.CancellationToken);
    }

    /// <summary>A run that ends while a partition is answered, because another worker has answered it.</summary>
    private sealed class EndingRun(ISharedFiles shared, RunFiles files) : ISharedFiles
    {
        public bool HasEnded { get; private set; }

        public TimeSpan Pause => shared.Pause;

        public Task<IReadOnlySet<string>> ListAsync(string run, CancellationToken token) => shared.ListAsync(run, token);

        public async Task WriteAsync(string name, Func<Stream, Task> write, CancellationToken token)
        {
            await shared.DeleteAsync(files.Run, token);
            HasEnded = true;
            await shared.WriteAsync(name, write, token);
        }

        public Task FetchAsync(string name, string file, CancellationToken token) => shared.FetchAsync(name, file, token);

        public Task TakeAsync(string name, string file, CancellationToken token) => shared.TakeAsync(name, file, token);

        public Task DeleteAsync(string name, CancellationToken token) => shared.DeleteAsync(name, token);
    }
}
