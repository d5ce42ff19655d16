using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cds.CdsHooks.Store;

/// <summary>One line of the journal: an audit record or a feedback record.</summary>
internal sealed record JournalLine
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Default,
    };

    /// <summary>An audit record.</summary>
    public AuditRecord? Audit { get; init; }

    /// <summary>A feedback record.</summary>
    public FeedbackRecord? Feedback { get; init; }

    /// <summary>The line with its end. JSON escapes every line break inside.</summary>
    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Form), (byte)'\n'];

    /// <summary>Reads a line; null when it is not one (torn, or of a later version that this one does not understand).</summary>
    public static JournalLine? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalLine>(line, Form) is { } read && (read.Audit ?? (object?)read.Feedback) is not null ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
