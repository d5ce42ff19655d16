using System.Security.Cryptography;

namespace Cds.CdsHooks.Store.Journal;

/// <summary>A journal as versions before the database wrote it: a file of JSON lines. It is read and never changed.</summary>
internal sealed class JournalFile(string path)
{
    private const string Pattern = "journal-*.jsonl";

    /// <summary>No record was ever longer; what is longer is no line, and only its beginning is kept.</summary>
    private const int LongestLine = 16_000_000;

    /// <summary>Path of the file.</summary>
    public string Path => path;

    /// <summary>The journals in a folder.</summary>
    public static IEnumerable<JournalFile> In(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal).Select(file => new JournalFile(file)) : [];

    /// <summary>Tells this journal from those of other instances, which have the same names: its name and a hash of its first line.</summary>
    public string Identity() => $"{System.IO.Path.GetFileName(path)}:{Convert.ToHexStringLower(SHA256.HashData(Lines().FirstOrDefault() ?? []))[..16]}";

    /// <summary>Its lines that are not empty, without their ends; the last one may be torn.</summary>
    public IEnumerable<byte[]> Lines()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        var line = new List<byte>();
        var block = new byte[1 << 16];
        int read;
        while ((read = file.Read(block)) > 0)
        {
            int from = 0;
            while (block.AsSpan(from, read - from).IndexOf((byte)'\n') is var end and >= 0)
            {
                Take(block.AsSpan(from, end));
                if (line.Count > 0) yield return [.. line];
                line.Clear();
                from += end + 1;
            }

            Take(block.AsSpan(from, read - from));
        }

        if (line.Count > 0) yield return [.. line];

        void Take(ReadOnlySpan<byte> bytes) => line.AddRange(bytes[..Math.Min(bytes.Length, LongestLine - line.Count)]);
    }
}
