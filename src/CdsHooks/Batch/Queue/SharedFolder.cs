namespace Cds.CdsHooks.Batch.Queue;

/// <summary>A folder that all machines see, mounted where each likes.</summary>
/// <param name="folder">Where this machine sees it.</param>
internal sealed class SharedFolder(string folder) : ISharedFiles
{
    /// <inheritdoc />
    public TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc />
    public Task<IReadOnlySet<string>> ListAsync(string run, CancellationToken token) =>
        Task.FromResult<IReadOnlySet<string>>(Directory.Exists(PathOf(run)) ? Directory.GetFiles(PathOf(run)).Select(file => $"{run}/{Path.GetFileName(file)}").ToHashSet(StringComparer.Ordinal) : []);

    /// <inheritdoc />
    public async Task WriteAsync(string name, Func<Stream, Task> write, CancellationToken token)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        // Two workers may have the same partition for a while, each with files of its own.
        await using var output = BatchOutput.OpenOwn(PathOf(name));
        await write(output.Stream);
        output.Complete();
    }

    /// <inheritdoc />
    public Task FetchAsync(string name, string file, CancellationToken token)
    {
        File.Copy(PathOf(name), file, overwrite: true);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task TakeAsync(string name, string file, CancellationToken token)
    {
        // Between file systems a move is a copy, which may be broken off.
        File.Move(PathOf(name), BatchOutput.Partial(file), overwrite: true);
        File.Move(BatchOutput.Partial(file), file, overwrite: true);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task DeleteAsync(string name, CancellationToken token)
    {
        if (Directory.Exists(PathOf(name))) Directory.Delete(PathOf(name), recursive: true);
        else if (Directory.Exists(Path.GetDirectoryName(PathOf(name)))) File.Delete(PathOf(name));
        return Task.CompletedTask;
    }

    private string PathOf(string name) => Path.Combine(folder, name);
}
