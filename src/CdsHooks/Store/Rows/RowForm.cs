using System.Globalization;
using System.Text.Json.Serialization;

namespace Cds.CdsHooks.Store.Rows;

/// <summary>Rows as JSON, the one form in which both databases take many of them in one statement. Members are named as the columns.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AuditRow[]))]
[JsonSerializable(typeof(CardRow[]))]
[JsonSerializable(typeof(FeedbackRow[]))]
[JsonSerializable(typeof(JournalRestRow[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class RowForm : JsonSerializerContext
{
    /// <summary>The month of a moment in UTC, <c>2026-11</c>.</summary>
    public static string Month(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
