using System.Buffers;
using System.Text.Json;

namespace Cds.CdsHooks.Envelope;

/// <summary>A parsed request body. Holds pooled memory: nothing read from it may outlive it.</summary>
internal sealed class JsonBody(byte[] buffer, int length, JsonDocument document) : IDisposable
{
    /// <summary>The bytes of the body.</summary>
    public ReadOnlyMemory<byte> Bytes => buffer.AsMemory(0, length);

    /// <summary>The outermost value.</summary>
    public JsonElement Root => document.RootElement;

    /// <summary>Gives the memory back, wiped: it held patient data.</summary>
    public void Dispose()
    {
        document.Dispose();
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }
}
