namespace Cds.CdsHooks.Batch;

/// <summary>Some whole lines of a file.</summary>
/// <param name="Offset">The first byte.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="FirstLine">Number of the first line in the file, counted from 1.</param>
internal sealed record FileSlice(long Offset, long Length, long FirstLine)
{
    private const int BufferBytes = 1024 * 1024;

    /// <summary>Cuts a file into slices of about as many bytes, each ending with a line.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<FileSlice> Cut(string file, long bytes)
    {
        var slices = new List<FileSlice>();
        long start = 0, at = 0, firstLine = 1, line = 1;
        byte[] buffer = new byte[BufferBytes];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        for (int read; (read = stream.Read(buffer)) > 0; at += read)
        {
            for (int i = 0; i < read; i++)
            {
                int end = buffer.AsSpan(i, read - i).IndexOf((byte)'\n');
                if (end < 0) break;
                i += end;
                line++;
                if (at + i + 1 - start < bytes) continue;
                slices.Add(new FileSlice(start, at + i + 1 - start, firstLine));
                (start, firstLine) = (at + i + 1, line);
            }
        }

        if (at > start) slices.Add(new FileSlice(start, at - start, firstLine));
        return slices;
    }

    /// <summary>All lines of a file.</summary>
    public static FileSlice Whole(string file) => new(0, new FileInfo(file).Length, 1);

    /// <summary>Copies the lines.</summary>
    /// <exception cref="IOException">The file cannot be read, or has become shorter.</exception>
    public async Task CopyAsync(string file, Stream output, CancellationToken token)
    {
        await using var input = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        input.Position = Offset;
        byte[] buffer = new byte[BufferBytes];
        for (long left = Length; left > 0;)
        {
            int read = await input.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), token);
            if (read == 0) throw new EndOfStreamException($"{file} has become shorter while it was read.");
            await output.WriteAsync(buffer.AsMemory(0, read), token);
            left -= read;
        }
    }
}
