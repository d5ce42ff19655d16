using Microsoft.Win32.SafeHandles;

namespace Cds.CdsHooks.Batch;

/// <summary>Reads some bytes of a file.</summary>
internal sealed class FileRange(string file, FileSlice slice) : Stream
{
    private readonly SafeFileHandle _file = File.OpenHandle(file, options: FileOptions.SequentialScan);
    private long _at = slice.Offset;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => slice.Length;

    /// <inheritdoc />
    public override long Position { get => _at - slice.Offset; set => throw new NotSupportedException(); }

    private int Left => (int)Math.Min(slice.Offset + slice.Length - _at, int.MaxValue);

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        int read = Left == 0 ? 0 : RandomAccess.Read(_file, buffer[..Math.Min(buffer.Length, Left)], _at);
        _at += read;
        return read;
    }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = Left == 0 ? 0 : await RandomAccess.ReadAsync(_file, buffer[..Math.Min(buffer.Length, Left)], _at, cancellationToken);
        _at += read;
        return read;
    }

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _file.Dispose();
        base.Dispose(disposing);
    }
}
