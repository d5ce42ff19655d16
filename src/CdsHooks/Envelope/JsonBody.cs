namespace Cds.CdsHooks.Envelope;

/// <summary>A parsed request body. Holds pooled memory: nothing read from it may outlive it.</summary>
internal sealed class JsonBody(BodyBytes bytes, JsonDocument document) : IDisposable
{
    /// <summary>The bytes of the body.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes.Join();

    /// <summary>The outermost value.</summary>
    public JsonElement Root => document.RootElement;

    /// <summary>Gives the memory back, wiped: it held patient data.</summary>
    public void Dispose()
    {
        document.Dispose();
        bytes.Dispose();
    }
}
