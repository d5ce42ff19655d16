using System.Text.Json;
using Cds.CdsHooks.Batch.Register;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Batch.Queue;

/// <summary>What workers have to know of a run; it stands in the folder for work, so that the queue holds nothing but the folder's name and numbers.</summary>
/// <param name="Settings">What the answers depend on, in words: a worker that would say others answers nothing.</param>
/// <param name="AskedAsOf">The moment asked about as it was written; null for the one at which the run began.</param>
/// <param name="AsOf">The moment asked about.</param>
/// <param name="Language">Language of the answers.</param>
/// <param name="Detail">What the register keeps of a patient.</param>
/// <param name="Parts">The partitions, by their number.</param>
internal sealed record QueuedRun(string Settings, string? AskedAsOf, string AsOf, Language Language, EntryDetail Detail, IReadOnlyList<QueuedPart> Parts)
{
    private const string Name = "queue.json";

    /// <summary>Whether the partitions of a folder have been planned.</summary>
    public static bool IsPlanned(string folder) => File.Exists(Path.Combine(folder, Name));

    /// <summary>Reads what stands in a folder for work.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    public static QueuedRun Read(string folder)
    {
        using FileStream file = File.OpenRead(Path.Combine(folder, Name));
        return JsonSerializer.Deserialize<QueuedRun>(file) ?? throw new InvalidDataException($"{Name} holds no run.");
    }

    /// <summary>Writes it, whole or not at all.</summary>
    public void Write(string folder)
    {
        string file = Path.Combine(folder, Name);
        File.WriteAllText(BatchOutput.Partial(file), JsonSerializer.Serialize(this));
        File.Move(BatchOutput.Partial(file), file, overwrite: true);
    }
}

/// <summary>A partition: lines of a file, or the patients of one group of an export.</summary>
/// <param name="File">The file as seen from the folder for work; null for a group.</param>
/// <param name="Slice">Which lines; null for all of them.</param>
internal sealed record QueuedPart(string? File, FileSlice? Slice);
