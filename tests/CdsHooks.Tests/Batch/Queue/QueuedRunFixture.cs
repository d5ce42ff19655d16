using Cds.CdsHooks.Batch;
using Cds.CdsHooks.Batch.Queue;
using Cds.CdsHooks.Batch.Register;
using Cds.CdsHooks.Commands;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.LocalKnowledge;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Batch.Queue;

/// <summary>A run over synthetic patients, cut into small partitions.</summary>
internal sealed class QueuedRunFixture : IDisposable
{
    public const string AsOf = "2026-11-20";

    private static readonly Lazy<SiteKnowledge> Site = new(() => KnowledgeFiles.Read((string?)null));

    private readonly string _folder = Directory.CreateTempSubdirectory("queued-").FullName;

    /// <summary>The folder that the workers see.</summary>
    public string Shared => Directory.CreateDirectory(Path.Combine(_folder, "shared")).FullName;

    public string Output => Path.Combine(_folder, "out.ndjson");

    /// <summary>The folder for work of the run.</summary>
    public string Work => Output + ".work";

    /// <summary>Makes patients.</summary>
    /// <returns>The answers of one process.</returns>
    public string[] Prepare(int patients, bool isExport)
    {
        string input = Path.Combine(_folder, isExport ? "export" : "in.ndjson"), expected = Path.Combine(_folder, "expected.ndjson");
        Assert.Equal(0, CommandLine.Find(["synthesize", $"{patients}", "--as-of", AsOf, isExport ? "--bulk" : "--output", input])!(TextWriter.Null));
        Assert.Equal(0, CommandLine.Find(["batch", "--input", input, "--output", expected, "--as-of", AsOf])!(TextWriter.Null));
        return File.ReadAllLines(expected);
    }

    /// <summary>Hands the patients out and waits for the answers.</summary>
    public Task<BatchCounts> RunAsync(string connection, int partitions, bool isExport, CancellationToken token, string settings = "", RegisterStep? register = null, string? shared = null)
    {
        IReadOnlyList<BatchInput> inputs = BatchInput.Find(Path.Combine(_folder, isExport ? "export" : "in.ndjson"));
        long bytes = inputs.Sum(input => input.Length!.Value) / partitions;
        EntryDetail detail = register is null ? EntryDetail.None : EntryDetail.Standing;
        string said = AssessingSettings.Of(Site.Value, new CdsOptions(), Language.English, AsOf, detail) + settings;
        var state = new RunState([.. inputs.Select(RunState.Name)], said, AsOf);
        var options = new CdsOptions();
        options.Outbound.AllowedNetworks.Add("127.0.0.0/8");
        ISharedFiles place = SharedPlace.Open(shared ?? Shared, options);
        return new QueuedBatch(new QueuePlanner(inputs, 10_000_000, place, TextWriter.Null, bytes), place, WorkQueue.Open(connection), TextWriter.Null)
            .RunAsync(Output, state, begun => new QueuedRun(RunFiles.New().Run, said, AsOf, begun, Language.English, detail, null), register, token);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
