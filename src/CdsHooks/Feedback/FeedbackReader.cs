using System.Text.RegularExpressions;
using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Feedback;

/// <summary>Reads feedback requests. One wrong entry refuses the whole request: a client that repeats it must not leave half of it twice.</summary>
internal static partial class FeedbackReader
{
    private const int LongestId = 256, LongestCode = 512;

    /// <summary>Reads a request.</summary>
    public static Outcome<FeedbackEntry[]> Read(JsonElement root, int longestComment)
    {
        if (root.ValueKind != JsonValueKind.Object) return Refuse(ProblemKind.InvalidMember, Phrases.ObjectExpected, "$");
        JsonElement feedback = root.Optional("feedback");
        if (feedback.ValueKind == JsonValueKind.Undefined) return Refuse(ProblemKind.MissingMember, Phrases.MemberMissing.With("member", "feedback"), "$.feedback");
        if (feedback.ValueKind != JsonValueKind.Array) return Refuse(ProblemKind.InvalidMember, FeedbackPhrases.ArrayExpected, "$.feedback");
        var entries = new List<FeedbackEntry>(feedback.GetArrayLength());
        foreach (JsonElement item in feedback.EnumerateArray())
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"$.feedback[{entries.Count}]");
            if (Check(item, path) is { } problem) return problem;
            entries.Add(Entry(item, longestComment));
        }

        return entries.ToArray();
    }

    private static RequestProblem? Check(JsonElement item, string path)
    {
        if (item.ValueKind != JsonValueKind.Object) return Problem(Phrases.ObjectExpected, path);
        return item.CheckString(path, "card")
            ?? CheckLength(item, path, "card", LongestId)
            ?? item.CheckString(path, "outcome")
            ?? CheckOutcome(item, path)
            ?? item.CheckString(path, "outcomeTimestamp")
            ?? CheckTime(item, path)
            ?? CheckSuggestions(item, path)
            ?? CheckReason(item, path);
    }

    private static RequestProblem? CheckOutcome(JsonElement item, string path) =>
        item.GetProperty("outcome").GetString() is "accepted" or "overridden" ? null : Problem(FeedbackPhrases.UnknownOutcome, path + ".outcome");

    private static RequestProblem? CheckTime(JsonElement item, string path) =>
        Time(item) is null ? Problem(FeedbackPhrases.UnreadableTime, path + ".outcomeTimestamp") : null;

    private static RequestProblem? CheckSuggestions(JsonElement item, string path)
    {
        const string Name = "acceptedSuggestions";
        JsonElement suggestions = item.Optional(Name);
        bool isAccepted = item.GetProperty("outcome").GetString() == "accepted";
        if (suggestions.ValueKind == JsonValueKind.Undefined)
            return isAccepted ? new RequestProblem(ProblemKind.MissingMember, FeedbackPhrases.SuggestionsMissing, $"{path}.{Name}") : null;
        if (suggestions.ValueKind != JsonValueKind.Array) return Problem(FeedbackPhrases.ArrayExpected, $"{path}.{Name}");
        if (isAccepted && suggestions.GetArrayLength() == 0) return Problem(FeedbackPhrases.SuggestionsMissing, $"{path}.{Name}");
        int number = 0;
        foreach (JsonElement suggestion in suggestions.EnumerateArray())
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{path}.{Name}[{number++}]");
            if (suggestion.ValueKind != JsonValueKind.Object) return Problem(Phrases.ObjectExpected, place);
            if ((suggestion.CheckString(place, "id") ?? CheckLength(suggestion, place, "id", LongestId)) is { } problem) return problem;
        }

        return null;
    }

    private static RequestProblem? CheckReason(JsonElement item, string path)
    {
        string place = path + ".overrideReason";
        if (item.CheckOptionalObject(path, "overrideReason") is { } wrong) return wrong;
        JsonElement overrideReason = item.Optional("overrideReason");
        if (overrideReason.ValueKind == JsonValueKind.Undefined) return null;
        if ((overrideReason.CheckOptionalObject(place, "reason") ?? CheckText(overrideReason, place, "userComment")) is { } problem) return problem;
        JsonElement reason = overrideReason.Optional("reason");
        if (reason.ValueKind == JsonValueKind.Undefined) return null;
        place += ".reason";
        return CheckText(reason, place, "code") ?? CheckText(reason, place, "system") ?? CheckText(reason, place, "display")
            ?? CheckLength(reason, place, "code", LongestCode) ?? CheckLength(reason, place, "system", LongestCode);
    }

    private static RequestProblem? CheckText(JsonElement parent, string path, string name) =>
        parent.Optional(name).ValueKind is JsonValueKind.Undefined or JsonValueKind.String ? null : Problem(Phrases.StringExpected, $"{path}.{name}");

    private static RequestProblem? CheckLength(JsonElement parent, string path, string name, int longest) =>
        parent.Optional(name) is { ValueKind: JsonValueKind.String } text && text.GetString()!.Length > longest
            ? Problem(FeedbackPhrases.TooLong.With("limit", longest.ToString(CultureInfo.InvariantCulture)), $"{path}.{name}")
            : null;

    private static FeedbackEntry Entry(JsonElement item, int longestComment)
    {
        JsonElement overrideReason = item.Optional("overrideReason");
        JsonElement reason = overrideReason.ValueKind == JsonValueKind.Object ? overrideReason.Optional("reason") : default;
        bool isAccepted = item.GetProperty("outcome").GetString() == "accepted";
        return new FeedbackEntry(Clean(item.GetProperty("card").GetString()!), isAccepted, Time(item)!.Value)
        {
            Suggestions = isAccepted ? [.. item.GetProperty("acceptedSuggestions").EnumerateArray().Select(suggestion => Clean(suggestion.GetProperty("id").GetString()!))] : [],
            ReasonSystem = Text(reason, "system"),
            ReasonCode = Text(reason, "code"),
            Comment = Cut(Text(overrideReason, "userComment"), longestComment),
        };
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.Text(name) is { } text && Clean(text) is { Length: > 0 } value ? value : null;

    /// <summary>A NUL is text in JSON and none in a database.</summary>
    private static string Clean(string text) => text.Replace("\0", "", StringComparison.Ordinal).Trim();

    private static string? Cut(string? comment, int longest)
    {
        if (comment is null || longest == 0) return null;
        if (comment.Length <= longest) return comment;
        return char.IsHighSurrogate(comment[longest - 1]) ? comment[..(longest - 1)] : comment[..longest];
    }

    // Stores and summaries reckon with months of these times; what lies beyond is an unset or broken clock.
    private const int EarliestYear = 1970;
    private const int LatestYear = 2999;

    private static DateTimeOffset? Time(JsonElement item) =>
        item.GetProperty("outcomeTimestamp").GetString() is { } text
        && Rfc3339().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
        && time.UtcDateTime.Year is >= EarliestYear and <= LatestYear
            ? time.ToUniversalTime()
            : null;

    private static RequestProblem Refuse(ProblemKind kind, Cds.Knowledge.Values.LocalizedText text, string path) => new(kind, text, path);

    private static RequestProblem Problem(Cds.Knowledge.Values.LocalizedText text, string path) => new(ProblemKind.InvalidMember, text, path);

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d{1,12})?([Zz]|[+-]\d{2}:\d{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
