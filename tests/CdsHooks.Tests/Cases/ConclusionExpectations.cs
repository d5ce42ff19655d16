using System.Globalization;
using System.Text.Json;

namespace Cds.CdsHooks.Tests.Cases;

/// <summary>Compares the conclusions of an answer, their missing facts and their reasons, and the notes, with those of a case.</summary>
internal static class ConclusionExpectations
{
    private const string Absent = "ABSENT";

    public static IEnumerable<string> Differences(JsonElement caseRoot, JsonElement answer)
    {
        JsonElement expected = caseRoot.GetProperty("expected");
        Dictionary<string, JsonElement> actual = answer.GetProperty("conclusions").EnumerateArray().ToDictionary(conclusion => conclusion.GetProperty("id").GetString()!);
        foreach (JsonProperty item in Members(expected, "conclusions"))
        {
            JsonElement? conclusion = actual.TryGetValue(item.Name, out JsonElement found) ? found : null;
            if (!Holds(item.Value, conclusion)) yield return $"{item.Name}: expected {item.Value.GetRawText()}, got {Shown(conclusion)}";
        }

        foreach ((string list, Func<JsonElement, IEnumerable<string>> read) in Lists)
        {
            foreach (JsonProperty item in Members(caseRoot, list).Concat(Members(expected, list)))
            {
                string[] have = actual.TryGetValue(item.Name, out JsonElement conclusion) ? [.. read(conclusion)] : [];
                foreach (string wanted in Strings(item.Value).Where(wanted => !have.Contains(wanted)))
                    yield return $"{list} of {item.Name}: no {wanted} among {string.Join(", ", have)}";
            }
        }

        foreach (JsonElement note in expected.TryGetProperty("notes", out JsonElement notes) ? notes.EnumerateArray() : [])
        {
            if (!answer.GetProperty("notes").EnumerateArray().Any(given => note.EnumerateObject().All(member => Text(given, member.Name) == member.Value.GetString())))
                yield return $"notes: no {note.GetRawText()} in {answer.GetProperty("notes").GetRawText()}";
        }
    }

    private static readonly (string, Func<JsonElement, IEnumerable<string>>)[] Lists =
    [
        ("missing", conclusion => Strings(conclusion.GetProperty("missing"))),
        ("reasons", conclusion => conclusion.TryGetProperty("reasons", out JsonElement reasons) ? reasons.EnumerateArray().Select(reason => Text(reason, "code")!) : []),
    ];

    private static bool Holds(JsonElement expected, JsonElement? conclusion)
    {
        if (expected.ValueKind == JsonValueKind.String && expected.GetString() == Absent) return conclusion is null;
        if (expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("oneOf", out JsonElement answers)) return answers.EnumerateArray().Any(answer => Holds(answer, conclusion));
        if (conclusion is null) return false;
        JsonElement value = conclusion.Value.GetProperty("value");
        if (expected.ValueKind == JsonValueKind.Array) return SameSet(Strings(expected), Strings(value));
        if (expected.ValueKind != JsonValueKind.Object) return Shown(expected) == Shown(value);
        if (expected.TryGetProperty("possible", out JsonElement possible))
            return value.ValueKind == JsonValueKind.Null && SameSet(Strings(possible), Strings(conclusion.Value.GetProperty("possible")));
        if (expected.TryGetProperty("list", out JsonElement list)) return HoldsList(expected, list, conclusion.Value, value);
        decimal wanted = expected.GetProperty("value").ValueKind == JsonValueKind.Number ? expected.GetProperty("value").GetDecimal() : 0;
        return expected.TryGetProperty("tolerance", out JsonElement tolerance)
            ? value.ValueKind == JsonValueKind.Number && Math.Abs(value.GetDecimal() - wanted) <= wanted * tolerance.GetDecimal()
            : Shown(expected.GetProperty("value")) == Shown(value);
    }

    private static bool HoldsList(JsonElement expected, JsonElement list, JsonElement conclusion, JsonElement value)
    {
        string[] optional = expected.TryGetProperty("optional", out JsonElement may) ? Strings(may) : [];
        bool members = SameSet(Strings(list), [.. Strings(value).Except(optional)]);
        return members && (!expected.TryGetProperty("undetermined", out JsonElement open) || SameSet(Strings(open), Strings(conclusion.GetProperty("undetermined"))));
    }

    private static IEnumerable<JsonProperty> Members(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement member) ? member.EnumerateObject() : [];

    private static bool SameSet(string[] one, string[] other) => one.ToHashSet().SetEquals(other);

    private static string[] Strings(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(Shown)] : [Shown(list)];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetDecimal().ToString("0.############", CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };

    private static string Shown(JsonElement? conclusion) => conclusion is null
        ? Absent
        : string.Join(", ", conclusion.Value.EnumerateObject().Where(member => member.Name is "value" or "possible" or "undetermined" or "missing")
            .Select(member => $"{member.Name} {member.Value.GetRawText()}"));
}
