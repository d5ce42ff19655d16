using System.Buffers;
using System.Text.Json;

namespace Cds.CdsHooks.Requests;

/// <summary>A parsed request body. Holds pooled memory: nothing read from <see cref="Root"/> or <see cref="Json"/> may outlive it.</summary>
internal sealed class JsonBody(byte[] buffer, int length, JsonDocument document) : IDisposable
{
    /// <summary>The outermost value.</summary>
    public JsonElement Root => document.RootElement;

    /// <summary>The body as it was sent, in UTF-8.</summary>
    public ReadOnlyMemory<byte> Json => buffer.AsMemory(0, length);

    /// <summary>Gives the memory back, wiped: it held patient data.</summary>
    public void Dispose()
    {
        document.Dispose();
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }
}
