using System.Buffers;
using Cds.CdsHooks.Limits;

namespace Cds.CdsHooks.Envelope;

/// <summary>
/// The bytes of one body. They are taken in pieces as they arrive, so that memory follows what was received; large ones are put together in an array of their
/// own, because pools keep large arrays for ever. Whatever is given back is wiped as far as it was used.
/// </summary>
internal sealed class BodyBytes(BytesInFlight inFlight) : IDisposable
{
    private const int FirstPiece = 16 * 1024, FurtherPiece = 64 * 1024, LargestPooled = 1024 * 1024;

    private readonly List<byte[]> _pieces = [];
    private byte[]? _whole;
    private int _inLast;

    /// <summary>Bytes so far.</summary>
    public int Length { get; private set; }

    /// <summary>Takes what has arrived; false when the bodies of all calls together leave no room for it.</summary>
    public bool TryAppend(in ReadOnlySequence<byte> arrived)
    {
        if (!inFlight.TryTake(arrived.Length)) return false;
        Length += (int)arrived.Length;
        foreach (ReadOnlyMemory<byte> segment in arrived) Append(segment.Span);
        return true;
    }

    /// <summary>The body in one piece.</summary>
    public ReadOnlyMemory<byte> Join()
    {
        if (_pieces.Count > 1 && _whole is null)
        {
            _whole = Length <= LargestPooled ? ArrayPool<byte>.Shared.Rent(Length) : GC.AllocateUninitializedArray<byte>(Length);
            int at = 0;
            for (int i = 0; i < _pieces.Count; i++)
            {
                ReadOnlySpan<byte> piece = Used(i);
                piece.CopyTo(_whole.AsSpan(at));
                at += piece.Length;
            }

            ReturnPieces();
        }

        return _whole is not null ? _whole.AsMemory(0, Length) : _pieces.Count == 1 ? _pieces[0].AsMemory(0, Length) : default;
    }

    public void Dispose()
    {
        ReturnPieces();
        if (_whole is { } whole)
        {
            _whole = null;
            Array.Clear(whole, 0, Length);
            if (Length <= LargestPooled) ArrayPool<byte>.Shared.Return(whole);
        }

        inFlight.Return(Length);
        Length = 0;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_pieces.Count == 0 || _inLast == _pieces[^1].Length)
            {
                _pieces.Add(ArrayPool<byte>.Shared.Rent(_pieces.Count == 0 ? FirstPiece : FurtherPiece));
                _inLast = 0;
            }

            int count = Math.Min(bytes.Length, _pieces[^1].Length - _inLast);
            bytes[..count].CopyTo(_pieces[^1].AsSpan(_inLast));
            _inLast += count;
            bytes = bytes[count..];
        }
    }

    private Span<byte> Used(int piece) => _pieces[piece].AsSpan(0, piece == _pieces.Count - 1 ? _inLast : _pieces[piece].Length);

    private void ReturnPieces()
    {
        for (int i = 0; i < _pieces.Count; i++)
        {
            Used(i).Clear();
            ArrayPool<byte>.Shared.Return(_pieces[i]);
        }

        _pieces.Clear();
    }
}
