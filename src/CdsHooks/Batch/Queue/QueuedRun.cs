using Cds.CdsHooks.Batch.Register;

namespace Cds.CdsHooks.Batch.Queue;

/// <summary>What workers have to know of a run; it stands beside the patients, so that the queue holds nothing but the run's name and numbers.</summary>
/// <param name="Name">Name of the run.</param>
/// <param name="Settings">What the answers depend on, in words: a worker that would say others answers nothing.</param>
/// <param name="AskedAsOf">The moment asked about as it was written; null for the one at which the run began.</param>
/// <param name="AsOf">The moment asked about.</param>
/// <param name="Language">Language of the answers.</param>
/// <param name="Detail">What the register keeps of a patient.</param>
/// <param name="Parts">The partitions, by their number; null until all of them stand where the machines see them.</param>
internal sealed record QueuedRun(string Name, string Settings, string? AskedAsOf, string AsOf, Language Language, EntryDetail Detail, IReadOnlyList<QueuedPart>? Parts)
{
    /// <summary>Reads what a file holds.</summary>
    /// <exception cref="IOException">It holds no run.</exception>
    public static QueuedRun Read(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return JsonSerializer.Deserialize<QueuedRun>(stream) ?? throw new InvalidDataException($"{file} holds no run.");
    }

    /// <summary>The run that the process which hands out notes in its folder for work; null when it noted none.</summary>
    public static QueuedRun? Find(string folder) => File.Exists(Note(folder)) ? Read(Note(folder)) : null;

    /// <summary>Notes it in the folder for work, whole or not at all.</summary>
    public void WriteNote(string folder)
    {
        File.WriteAllText(BatchOutput.Partial(Note(folder)), JsonSerializer.Serialize(this));
        File.Move(BatchOutput.Partial(Note(folder)), Note(folder), overwrite: true);
    }

    /// <summary>Writes it for the workers.</summary>
    public Task WriteAsync(Stream output, CancellationToken token) => JsonSerializer.SerializeAsync(output, this, cancellationToken: token);

    private static string Note(string folder) => Path.Combine(folder, "queue.json");
}

/// <summary>A partition: lines of an input, or the patients of one group of an export.</summary>
/// <param name="Input">What places in the input are named by; null for a group.</param>
/// <param name="FirstLine">Number of the first line in the input.</param>
internal sealed record QueuedPart(string? Input, long FirstLine)
{
    /// <summary>A packed input is one partition: it can only be read from its beginning.</summary>
    public bool IsPacked { get; init; }
}
