namespace Cds.CdsHooks.Batch;

/// <summary>What decides whether a run that was broken off is the one that is wanted.</summary>
/// <param name="Inputs">Name, size and time of change of each input.</param>
/// <param name="Settings">Language, knowledge and what else the answers depend on.</param>
/// <param name="AsOf">The moment asked about: a run that goes on keeps the one it began with.</param>
internal sealed record RunState(IReadOnlyList<string> Inputs, string Settings, string AsOf)
{
    /// <summary>An input in words: another size or time of change is another input.</summary>
    public static string Name(BatchInput input)
    {
        var file = new FileInfo(input.File!);
        return string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc:O}");
    }

    /// <summary>What a file says; null when it is not there, or says no run.</summary>
    public static RunState? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<RunState>(File.ReadAllText(file)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it to a file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this));

    /// <summary>Whether it is the run that is wanted, whenever it began.</summary>
    public bool IsRunOf(RunState wanted) => Inputs.SequenceEqual(wanted.Inputs) && Settings == wanted.Settings;
}
