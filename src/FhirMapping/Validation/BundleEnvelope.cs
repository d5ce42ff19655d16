using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Cds.FhirMapping.Validation;

/// <summary>A Bundle without its entries, to be checked by itself.</summary>
internal static class BundleEnvelope
{
    private static ReadOnlySpan<byte> StandIn => """[{"fullUrl":"urn:uuid:00000000-0000-0000-0000-000000000000"}]"""u8;

    /// <summary>The members of the Bundle as they came, names with their spelling; a list of entries is replaced by one entry that has no fault.</summary>
    public static ReadOnlySpan<byte> Of(JsonElement bundle)
    {
        var envelope = new ArrayBufferWriter<byte>();
        envelope.Write("{"u8);
        foreach (JsonProperty member in bundle.EnumerateObject())
        {
            if (envelope.WrittenCount > 1) envelope.Write(","u8);
            envelope.Write("\""u8);
            envelope.Write(JsonMarshal.GetRawUtf8PropertyName(member));
            envelope.Write("\":"u8);
            envelope.Write(IsEntryList(member) ? StandIn : JsonMarshal.GetRawUtf8Value(member.Value));
        }

        envelope.Write("}"u8);
        return envelope.WrittenSpan;
    }

    /// <summary>The lists of entries: one, unless the member is repeated.</summary>
    public static IEnumerable<JsonElement> EntryLists(JsonElement bundle) => bundle.EnumerateObject().Where(IsEntryList).Select(member => member.Value);

    private static bool IsEntryList(JsonProperty member) =>
        JsonMarshal.GetRawUtf8PropertyName(member).SequenceEqual("entry"u8) && member.Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0;
}
