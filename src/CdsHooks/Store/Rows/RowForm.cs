using System.Text.Json.Serialization;

namespace Cds.CdsHooks.Store.Rows;

/// <summary>Rows as JSON, the one form in which both databases take many of them in one statement. Members are named as the columns.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AuditRow[]))]
[JsonSerializable(typeof(CardRow[]))]
[JsonSerializable(typeof(FeedbackRow[]))]
[JsonSerializable(typeof(JournalRestRow[]))]
[JsonSerializable(typeof(Dictionary<string, string>[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class RowForm : JsonSerializerContext
{
    /// <summary>Texts as rows with one column.</summary>
    public static string Write(string column, IEnumerable<string> texts) =>
        JsonSerializer.Serialize([.. texts.Select(text => new Dictionary<string, string> { [column] = text })], Default.DictionaryStringStringArray);

    /// <summary>The month of a moment in UTC, <c>2026-11</c>.</summary>
    public static string Month(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
