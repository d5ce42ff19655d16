using System.Runtime.InteropServices;

namespace Cds.CdsHooks.Envelope;

/// <summary>The bytes that a JSON value was read from, without copying them where they are part of the request's body.</summary>
internal static class RawJson
{
    /// <summary>The bytes of a value.</summary>
    /// <param name="value">The value; not undefined.</param>
    /// <param name="body">The request's body; the answer is a part of it and lives as long, unless the value comes from elsewhere.</param>
    public static ReadOnlyMemory<byte> Of(JsonElement value, ReadOnlyMemory<byte> body)
    {
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(value);
        return body.Span.Overlaps(raw, out int start) && start >= 0 ? body.Slice(start, raw.Length) : raw.ToArray();
    }
}
