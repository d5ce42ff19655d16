using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Tests.Relations;

/// <summary>The same course at another time, and the same days written in another way.</summary>
internal static partial class DateRelations
{
    /// <summary>Years of the same calendar: leap days and lengths of months stay.</summary>
    private const int Cycle = 4;

    public static IEnumerable<Relation> All =>
    [
        Relation.Same("everything four years later", record => Shifted(record, Cycle)),
        Relation.Same("days as times at noon", record => Results(record, day => $"{day}T12:00:00+09:00")),
        Relation.Same("days as times of day in universal time", record => Results(record, day => $"{day}T01:00:00Z")),
        Relation.Same("the day of a result as a period of that day", record => record.With("Observation", resource =>
        {
            if (Day(resource) is not { } day) return;
            resource.Remove("effectiveDateTime");
            resource["effectivePeriod"] = new JsonObject { ["start"] = day, ["end"] = day };
        })),
        Relation.Same("a time of issue beside the day of the result", record => record.With("Observation", resource =>
        {
            if (Day(resource) is { } day) resource["issued"] = $"{day}T18:30:00.000+09:00";
        })),
        Relation.Same("the moment asked about as the end of the day", record => record.AsOf.Length == 10 ? record with { AsOf = record.AsOf + "T23:59:59+09:00" } : null),
    ];

    /// <summary>All dates of the record and the moment asked about.</summary>
    private static Record Shifted(Record record, int years)
    {
        Record copy = record.Copy() with { AsOf = Later(record.AsOf, years) };
        Shift(copy.Bundle, years);
        return copy;
    }

    private static void Shift(JsonNode? node, int years)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (JsonNode? item in array.ToArray()) Shift(item, years);
                break;
            case JsonObject element:
                foreach ((string name, JsonNode? member) in element.ToArray())
                {
                    if (member is JsonValue value && value.TryGetValue(out string? text) && Date().IsMatch(text)) element[name] = Later(text, years);
                    else Shift(member, years);
                }

                break;
            default:
                break;
        }
    }

    private static string Later(string date, int years) =>
        (int.Parse(date[..4], CultureInfo.InvariantCulture) + years).ToString("0000", CultureInfo.InvariantCulture) + date[4..];

    /// <summary>Records whose times of day decide have them already; the rest are days.</summary>
    private static Record? Results(Record record, Func<string, string> write) => record.AsOf.Length > 10 ? null : record.With("Observation", resource =>
    {
        if (Day(resource) is { } day) resource["effectiveDateTime"] = write(day);
    });

    private static string? Day(JsonObject resource) => resource["effectiveDateTime"]?.GetValue<string>() is { Length: 10 } day ? day : null;

    [GeneratedRegex(@"^(19|20)\d\d(-\d\d(-\d\d(T[0-9:.]+(Z|[+-]\d\d:\d\d)?)?)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Date();
}
