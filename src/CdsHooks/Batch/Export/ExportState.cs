namespace Cds.CdsHooks.Batch.Export;

/// <summary>What is remembered of an export that is under way, in the folder that its files go to: what was asked for, and where the server says how far it is.</summary>
/// <param name="Asked">The address that began it.</param>
/// <param name="Status">Where its state is asked for.</param>
internal sealed record ExportState(string Asked, string Status)
{
    private const string Name = "export.state";

    /// <summary>The state of the same export that was broken off; null when none was.</summary>
    public static ExportState? Find(string folder, ExportRequest request)
    {
        string file = Path.Combine(folder, Name);
        if (!File.Exists(file)) return null;
        try
        {
            return JsonSerializer.Deserialize<ExportState>(File.ReadAllText(file)) is { } state && state.Asked == request.Start.AbsoluteUri ? state : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Remembers it.</summary>
    public void Write(string folder)
    {
        string file = Path.Combine(folder, Name);
        File.WriteAllText(BatchOutput.Partial(file), JsonSerializer.Serialize(this));
        File.Move(BatchOutput.Partial(file), file, overwrite: true);
    }

    /// <summary>The export is complete, or worth nothing any more.</summary>
    public static void Forget(string folder) => File.Delete(Path.Combine(folder, Name));
}
