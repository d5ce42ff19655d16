using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>
/// Checks one line of a visit against an assessment. The lines: <c>`id` is `v`</c>, <c>is empty</c>, <c>has `a` `b`</c>, <c>undetermined</c>,
/// <c>is `v` or undetermined</c>; <c>`id` due | satisfied | indeterminate | absent</c> (with <c>first</c>, <c>with</c>, <c>without</c> options), <c>is not due</c>;
/// <c>due: `a` `b`</c> or <c>due: nothing</c>, complete; <c>first: `a`</c>.
/// </summary>
internal sealed partial class VisitCheck(JsonElement assessment)
{
    /// <summary>What does not hold, or null.</summary>
    public string? Fault(string line)
    {
        if (line.StartsWith("due:", StringComparison.Ordinal)) return Same(line, Ids(line), Due);
        if (line.StartsWith("first:", StringComparison.Ordinal)) return Same(line, Ids(line), [assessment.GetProperty("recommendations")[0].GetProperty("id").GetString()!]);
        Match match = Line().Match(line);
        if (!match.Success) return $"'{line}' is no line that can be checked";
        string id = match.Groups["id"].Value;
        string rest = match.Groups["rest"].Value;
        return Status().Match(rest) is { Success: true } status ? OfRecommendation(line, id, status) : OfConclusion(line, id, rest);
    }

    private string[] Due => [.. Recommendations.Where(recommendation => Text(recommendation, "status") == "due").Select(recommendation => Text(recommendation, "id"))];

    private IEnumerable<JsonElement> Recommendations => assessment.GetProperty("recommendations").EnumerateArray();

    private string? OfRecommendation(string line, string id, Match expected)
    {
        JsonElement[] found = [.. Recommendations.Where(recommendation => Text(recommendation, "id") == id)];
        string status = found.Length == 0 ? "absent" : Text(found[0], "status");
        string wanted = expected.Groups["status"].Value;
        if (wanted == "is not due") return status == "due" ? $"{line}: it is due" : null;
        bool conclusionAbsent = wanted != "absent" || !Conclusions(id).Any();
        if (status != wanted || !conclusionAbsent) return $"{line}: it is {status}";
        string[] options = found.Length == 0 ? [] : [.. found[0].GetProperty("options").EnumerateArray().Select(option => Text(option, "id"))];
        string listed = string.Join(", ", options);
        string[] first = Ids(expected.Groups["first"].Value);
        if (first.Length > 0 && options.FirstOrDefault() != first[0]) return $"{line}: the options are {listed}";
        if (Ids(expected.Groups["with"].Value).Except(options).FirstOrDefault() is { } missing) return $"{line}: no {missing} among {listed}";
        return Ids(expected.Groups["without"].Value).Intersect(options).FirstOrDefault() is { } extra ? $"{line}: {extra} among {listed}" : null;
    }

    private string? OfConclusion(string line, string id, string rest)
    {
        JsonElement[] found = [.. Conclusions(id)];
        if (found.Length == 0) return rest.Contains("undetermined", StringComparison.Ordinal) ? null : $"{line}: there is no such conclusion";
        JsonElement value = found[0].GetProperty("value");
        if (value.ValueKind == JsonValueKind.Null) return rest.Contains("undetermined", StringComparison.Ordinal) ? null : $"{line}: undetermined";
        string[] values = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [value.ToString()];
        string[] wanted = Ids(rest);
        if (rest == "undetermined") return $"{line}: it is {value}";
        return rest.StartsWith("has", StringComparison.Ordinal)
            ? wanted.Except(values).FirstOrDefault() is { } missing ? $"{line}: no {missing} in {value}" : null
            : Same(line, wanted, values);
    }

    private IEnumerable<JsonElement> Conclusions(string id) =>
        assessment.GetProperty("conclusions").EnumerateArray().Where(conclusion => Text(conclusion, "id") == id);

    private static string? Same(string line, string[] wanted, string[] actual) =>
        wanted.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal)) ? null : $"{line}: got {string.Join(", ", actual)}";

    private static string[] Ids(string text) => [.. Id().Matches(text).Select(match => match.Groups["id"].Value)];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    [GeneratedRegex("^`(?<id>[^`]+)` (?<rest>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex("^(?<status>due|satisfied|indeterminate|absent|is not due)( first (?<first>`[^`]+`))?( with(?<with>( `[^`]+`)+))?( without(?<without>( `[^`]+`)+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Status();

    [GeneratedRegex("`(?<id>[^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
