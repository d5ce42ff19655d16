using System.Buffers;
using System.Text.Json;

namespace Cds.CdsHooks.Requests;

/// <summary>A parsed request body. Holds pooled memory: nothing read from <see cref="Root"/> may outlive it.</summary>
internal sealed class JsonBody(byte[] buffer, JsonDocument document) : IDisposable
{
    /// <summary>The outermost value.</summary>
    public JsonElement Root => document.RootElement;

    /// <summary>Gives the memory back, wiped: it held patient data.</summary>
    public void Dispose()
    {
        document.Dispose();
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }
}
