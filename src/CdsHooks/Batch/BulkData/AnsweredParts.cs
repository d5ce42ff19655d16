namespace Cds.CdsHooks.Batch.BulkData;

/// <summary>How far the partitions of an export are answered; what stands in the output behind it is of a partition that was broken off.</summary>
/// <param name="Partitions">Partitions, from the first on.</param>
/// <param name="Bytes">Length of the output with them.</param>
/// <param name="Counts">Their lines, and the error lines of the input.</param>
internal sealed record AnsweredParts(int Partitions, long Bytes, BatchCounts Counts)
{
    /// <summary>Nothing yet.</summary>
    public static AnsweredParts None { get; } = new(0, 0, default);

    /// <summary>What a file says; nothing when it is not there.</summary>
    public static AnsweredParts Read(string file) => File.Exists(file) ? JsonSerializer.Deserialize<AnsweredParts>(File.ReadAllText(file))! : None;

    /// <summary>Writes it to a file, whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string file)
    {
        File.WriteAllText(BatchOutput.Partial(file), JsonSerializer.Serialize(this));
        File.Move(BatchOutput.Partial(file), file, overwrite: true);
    }
}
