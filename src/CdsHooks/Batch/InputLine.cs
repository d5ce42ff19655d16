using System.Buffers;

namespace Cds.CdsHooks.Batch;

/// <summary>A line of an input. Holds pooled memory: nothing read from it may outlive it.</summary>
/// <param name="Source">Where it stands: <c>patients.ndjson:12</c>.</param>
/// <param name="Fault">Why it cannot be had; null when it was read.</param>
internal sealed record InputLine(string Source, string? Fault) : IDisposable
{
    private byte[]? _buffer;
    private int _length;

    /// <summary>The bytes, without the end of the line.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>A line that was read.</summary>
    public static InputLine Read(string source, ReadOnlySequence<byte> bytes)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)bytes.Length);
        bytes.CopyTo(buffer);
        return new InputLine(source, null) { _buffer = buffer, _length = (int)bytes.Length };
    }

    /// <summary>A line that is put together.</summary>
    /// <param name="source">What it is named by.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <param name="write">Writes them.</param>
    public static InputLine Write(string source, int length, Action<Memory<byte>> write)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
        write(buffer.AsMemory(0, length));
        return new InputLine(source, null) { _buffer = buffer, _length = length };
    }

    /// <summary>Gives the memory back, wiped: it held patient data.</summary>
    public void Dispose()
    {
        if (_buffer is { } buffer) ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        _buffer = null;
    }
}
