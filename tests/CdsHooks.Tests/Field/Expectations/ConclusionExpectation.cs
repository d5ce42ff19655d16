using System.Text.Json;

namespace Cds.CdsHooks.Tests.Field;

/// <summary>Whether a conclusion is what a field case expects: a plain value, a list, a number nearby, undetermined, absent, or one of several of these.</summary>
internal static class ConclusionExpectation
{
    private const string Absent = "ABSENT";

    public static bool Holds(JsonElement expected, JsonElement? conclusion)
    {
        if (expected.ValueKind == JsonValueKind.String && expected.GetString() == Absent) return conclusion is null;
        if (expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("oneOf", out JsonElement answers)) return answers.EnumerateArray().Any(answer => Holds(answer, conclusion));
        if (conclusion is not { } given) return expected.ValueKind == JsonValueKind.Object && expected.Says("orAbsent");
        JsonElement value = given.GetProperty("value");
        if (expected.ValueKind == JsonValueKind.Array) return SameSet(expected.EnumerateArray().Select(item => item.Shown()), given.Texts("value"));
        return expected.ValueKind == JsonValueKind.Object ? HoldsObject(expected, given, value) : expected.Shown() == value.Shown();
    }

    private static bool HoldsObject(JsonElement expected, JsonElement conclusion, JsonElement value)
    {
        if (expected.TryGetProperty("list", out _))
            return SameSet(expected.Texts("list"), conclusion.Texts("value")) && (!expected.TryGetProperty("undetermined", out _) || SameSet(expected.Texts("undetermined"), conclusion.Texts("undetermined")));
        if (expected.TryGetProperty("possible", out JsonElement possible))
            return value.ValueKind == JsonValueKind.Null && (possible.ValueKind == JsonValueKind.Null || SameSet(expected.Texts("possible"), conclusion.Texts("possible")));
        if (!expected.TryGetProperty("near", out _)) throw new InvalidOperationException($"Add what {expected.GetRawText()} expects to ConclusionExpectation.");
        return value.ValueKind == JsonValueKind.Number && expected.Items("near").Any(near => Math.Abs(value.GetDecimal() - near.GetDecimal()) <= expected.GetProperty("within").GetDecimal());
    }

    private static bool SameSet(IEnumerable<string> one, IEnumerable<string> other) => one.ToHashSet().SetEquals(other);
}
