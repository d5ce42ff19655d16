using System.Globalization;

namespace Cds.CdsHooks.Store;

/// <summary>
/// An append-only file of lines. Each process has its own in the folder, held by a lock, so that two instances never write into one.
/// What is appended is on the disk when the call returns; a write that fails half-way is taken back.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private const string Pattern = "journal-*.jsonl";
    private const int MostProcesses = 1_000;

    private readonly FileStream _lock;
    private readonly FileStream _file;

    private JournalFile(FileStream held, FileStream file)
    {
        _lock = held;
        _file = file;
    }

    /// <summary>Path of the file.</summary>
    public string Path => _file.Name;

    /// <summary>All journals in a folder, also those of other processes.</summary>
    public static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal);

    /// <summary>Opens the first journal of the folder that no other process holds.</summary>
    public static JournalFile Open(string folder)
    {
        for (int number = 1; number <= MostProcesses; number++)
        {
            string path = System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"journal-{number:0000}.jsonl"));
            if (TryLock(path + ".lock") is not { } held) continue;
            var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, BufferSize = 0 });
            EndTornLine(file);
            return new JournalFile(held, file);
        }

        throw new IOException($"{MostProcesses} processes already write journals in {folder}.");
    }

    /// <summary>Appends lines and waits for the disk.</summary>
    public void Append(ReadOnlySpan<byte> lines)
    {
        long length = _file.Length;
        try
        {
            _file.Position = length;
            _file.Write(lines);
            _file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            _file.SetLength(length);
            throw;
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
    }

    /// <summary>A line that was being written when the process died stays as it is, for whoever looks into it; the next one begins anew.</summary>
    private static void EndTornLine(FileStream file)
    {
        if (file.Length == 0) return;
        file.Position = file.Length - 1;
        if (file.ReadByte() != '\n') file.WriteByte((byte)'\n');
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Held by another process.
            return null;
        }
    }
}
