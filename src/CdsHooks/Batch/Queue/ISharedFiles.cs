namespace Cds.CdsHooks.Batch.Queue;

/// <summary>
/// The place that all machines of a run see: a folder, or a bucket. Names have one slash, between the run and the file. A file has its name only when it is whole,
/// whoever else writes it at the same time.
/// </summary>
internal interface ISharedFiles
{
    /// <summary>How long to wait before looking again for what others write.</summary>
    TimeSpan Pause { get; }

    /// <summary>The files of a run, by their names; none for a run that has ended.</summary>
    /// <exception cref="IOException">The place cannot be reached.</exception>
    Task<IReadOnlySet<string>> ListAsync(string run, CancellationToken token);

    /// <summary>Writes a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="write">Writes what it holds.</param>
    /// <param name="token">Ends it.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    Task WriteAsync(string name, Func<Stream, Task> write, CancellationToken token);

    /// <summary>Copies a file to a local one.</summary>
    /// <exception cref="IOException">It cannot be had.</exception>
    Task FetchAsync(string name, string file, CancellationToken token);

    /// <summary>Moves a file to a local one.</summary>
    /// <exception cref="IOException">It cannot be had.</exception>
    Task TakeAsync(string name, string file, CancellationToken token);

    /// <summary>Takes a file away, or all files of a run; what is not there is no error.</summary>
    /// <exception cref="IOException">The place cannot be reached.</exception>
    Task DeleteAsync(string name, CancellationToken token);
}
