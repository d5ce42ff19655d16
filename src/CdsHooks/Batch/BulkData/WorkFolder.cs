namespace Cds.CdsHooks.Batch.BulkData;

/// <summary>
/// Where a run over an export, or by way of a queue, keeps what it has done, beside the output: the grouped resources, how far they are answered, and the answers that workers gave. A run
/// that was broken off, also by a kill, goes on from there when it is started again with the same inputs.
/// </summary>
internal sealed class WorkFolder
{
    private const int BufferBytes = 1024 * 1024;

    private readonly string _folder;

    private WorkFolder(string folder, RunState state) => (_folder, State) = (folder, state);

    /// <summary>What the run is about.</summary>
    public RunState State { get; }

    /// <summary>The folder.</summary>
    public string Path => _folder;

    /// <summary>Where error lines of the input are kept.</summary>
    public string Errors => System.IO.Path.Combine(_folder, "errors.ndjson");

    /// <summary>Whether all resources were grouped.</summary>
    public bool IsGrouped => File.Exists(GroupedMark);

    private string AnsweredMark => System.IO.Path.Combine(_folder, "answered.json");

    private string GroupedMark => System.IO.Path.Combine(_folder, "grouped");

    /// <summary>The folder of a run that is under way; null when there is none.</summary>
    public static WorkFolder? Find(string folder) =>
        RunState.Read(StateOf(folder)) is { } begun ? new WorkFolder(folder, begun) : null;

    /// <summary>Opens the folder of a run that was broken off, or begins one. What another run left there is thrown away.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="wanted">The run that is wanted.</param>
    public static WorkFolder Open(string folder, RunState wanted)
    {
        if (Find(folder) is { } found && found.State.IsRunOf(wanted)) return found;
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        wanted.Write(StateOf(folder));
        return new WorkFolder(folder, wanted);
    }

    /// <summary>Notes that all resources are grouped.</summary>
    public void MarkGrouped() => File.WriteAllText(GroupedMark, "");

    /// <summary>The answers that a worker gave for a partition; the file is there when all of them are.</summary>
    public string Part(int partition) => System.IO.Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"part-{partition:00000}.ndjson"));

    /// <summary>Which partitions are answered in the output; none where the output has less than was noted.</summary>
    /// <param name="output">File; null for standard output.</param>
    public AnsweredParts AnsweredIn(string? output)
    {
        var noted = AnsweredParts.Read(AnsweredMark);
        return output is null or BatchOutput.Nothing || BatchOutput.LengthOfBegun(output) >= noted.Bytes ? noted : AnsweredParts.None;
    }

    /// <summary>Notes which partitions are answered.</summary>
    public void Note(AnsweredParts answered) => answered.Write(AnsweredMark);

    /// <summary>What the register keeps of the patients of a partition; complete when the answers are.</summary>
    public string Entries(int partition) => System.IO.Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"part-{partition:00000}.register.ndjson"));

    /// <summary>Puts the answers of workers for all partitions together, error lines of the input first, and counts them.</summary>
    /// <param name="output">File; null for standard output.</param>
    /// <param name="partitions">How many there are.</param>
    /// <param name="token">Ends it.</param>
    public async Task<BatchCounts> AssembleAsync(string? output, int partitions, CancellationToken token)
    {
        var lines = new AnswerLines(new RepeatedPatients());
        byte[] buffer = new byte[BufferBytes];
        await using var file = BatchOutput.Open(output);
        foreach (string part in Enumerable.Range(0, partitions).Select(Part).Prepend(Errors))
        {
            await using var answers = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
            for (int read; (read = await answers.ReadAsync(buffer, token)) > 0;)
            {
                lines.Count(buffer.AsSpan(0, read));
                await file.Stream.WriteAsync(buffer.AsMemory(0, read), token);
            }
        }

        file.Complete();
        return lines.Counts;
    }

    /// <summary>Takes the folder away.</summary>
    public void Delete() => Directory.Delete(_folder, recursive: true);

    private static string StateOf(string folder) => System.IO.Path.Combine(folder, "run.json");
}
