using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using ICSharpCode.SharpZipLib;

namespace Cds.CdsHooks.Batch;

/// <summary>
/// Reads the lines of an NDJSON input within bounded memory. A line that is longer than allowed, and an input that breaks off, become a line with a fault
/// that names the place; what follows a long line is read.
/// </summary>
internal sealed class LineReader(BatchInput input, int longest)
{
    // What a packed input held in the block that breaks off is lost, so its blocks are small.
    private const int ReadAhead = 256 * 1024, ReadAheadPacked = 4 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private long _line = input.FirstLine - 1;
    private bool _tooLong;

    /// <summary>The lines that are not blank, in their order.</summary>
    public async IAsyncEnumerable<InputLine> ReadAsync([EnumeratorCancellation] CancellationToken token = default)
    {
        await using Stream stream = input.Open();
        PipeReader reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: input.IsPacked ? ReadAheadPacked : ReadAhead, leaveOpen: true));
        for (bool ended = false; !ended;)
        {
            string? broken = null;
            ReadOnlySequence<byte> buffer = default;
            try
            {
                ReadResult read = await reader.ReadAsync(token);
                (buffer, ended) = (read.Buffer, read.IsCompleted);
            }
            catch (Exception exception) when (exception is IOException or SharpZipBaseException)
            {
                broken = exception.Message;
            }

            if (broken is not null)
            {
                yield return new InputLine(Place(_line + 1), $"the input cannot be read any further: {broken}");
                yield break;
            }

            while (TryCut(ref buffer, ended, out ReadOnlySequence<byte> line))
            {
                if (Line(line) is { } whole) yield return whole;
            }

            if (buffer.Length > longest)
            {
                // What was read of it is dropped; its end is still looked for.
                _tooLong = true;
                buffer = buffer.Slice(buffer.End);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }

        if (_tooLong) yield return Line(default)!;
        await reader.CompleteAsync();
    }

    /// <summary>The lines of several inputs, one after the other.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="longest">Longest line in bytes.</param>
    /// <param name="after">How many lines are left out at the beginning.</param>
    /// <param name="token">Ends it.</param>
    public static async IAsyncEnumerable<InputLine> ReadAllAsync(IReadOnlyList<BatchInput> inputs, int longest, long after, [EnumeratorCancellation] CancellationToken token = default)
    {
        foreach (BatchInput input in inputs)
        {
            await foreach (InputLine line in new LineReader(input, longest).ReadAsync(token))
            {
                if (after == 0)
                {
                    yield return line;
                    continue;
                }

                after--;
                line.Dispose();
            }
        }
    }

    private static bool TryCut(ref ReadOnlySequence<byte> buffer, bool ended, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        line = buffer;
        if (!ended || buffer.IsEmpty) return false;
        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private InputLine? Line(ReadOnlySequence<byte> line)
    {
        _line++;
        bool tooLong = _tooLong || line.Length > longest;
        _tooLong = false;
        if (tooLong) return new InputLine(Place(_line), string.Create(CultureInfo.InvariantCulture, $"the line is longer than {longest} bytes (Cds:MaxBodyBytes)"));
        line = WithoutFrame(line);
        return line.IsEmpty ? null : InputLine.Read(Place(_line), line);
    }

    /// <summary>Without white space around it and the byte order mark that editors on Windows begin files with.</summary>
    private ReadOnlySequence<byte> WithoutFrame(ReadOnlySequence<byte> line)
    {
        if (_line == 1 && line.FirstSpan.StartsWith(ByteOrderMark)) line = line.Slice(ByteOrderMark.Length);
        while (!line.IsEmpty && IsSpace(line.FirstSpan[0])) line = line.Slice(1);
        while (!line.IsEmpty && IsSpace(line.Slice(line.Length - 1).FirstSpan[0])) line = line.Slice(0, line.Length - 1);
        return line;
    }

    private static bool IsSpace(byte character) => character is (byte)' ' or (byte)'\t' or (byte)'\r';

    private string Place(long line) => string.Create(CultureInfo.InvariantCulture, $"{input.Name}:{line}");
}
