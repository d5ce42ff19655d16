using System.Globalization;
using System.Text.Json.Nodes;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests;

/// <summary>The golden bundles and what is compared when they are sent in another way.</summary>
internal static class Golden
{
    /// <summary>Exact factors between units that laboratories use for one thing: what is sent, what is sent instead, and by what the number grows.</summary>
    private static readonly (string From, string To, decimal Factor)[] OtherUnits =
    [
        ("g/dL", "g/L", 10m), ("mg/L", "ug/mL", 1m), ("mg/dL", "mg/L", 10m), ("U/L", "IU/L", 1m), ("10*3/uL", "/uL", 1000m), ("X10*2/μL", "/uL", 100m),
        ("X10*4/μL", "10*9/L", 10m), ("kg", "g", 1000m), ("cm", "m", 0.01m), ("%", "1", 0.01m), ("K/uL", "10*9/L", 1m), ("/mm3", "K/uL", 0.001m),
    ];

    private static readonly Assessor Assessor = new(Reading.Knowledge);

    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Bundles", "golden"), "*.json").Select(f => "golden/" + Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static JsonNode Bundle(string file) => JsonNode.Parse(Reading.File(file))!["bundle"]!;

    /// <summary>The assessment as values, in one text.</summary>
    public static string Answers(PatientFacts facts)
    {
        Assessment assessment = Assessor.Assess(facts, AsOf.EndOf(new DateOnly(2026, 11, 20)));
        return string.Join('\n', [
            .. assessment.Conclusions.Select(c => $"{c.Id} {Text(c.Value)} [{string.Join(' ', c.Possible.Select(Text))}] [{string.Join(' ', c.Undetermined)}] missing {string.Join(' ', c.Missing)}"),
            .. assessment.Recommendations.Select(r => $"{r.Id} {r.Status} [{string.Join(' ', r.Options.Select(o => $"{o.Id}:{o.Standing}"))}] missing {string.Join(' ', r.Missing)}"),
        ]);
    }

    /// <summary>Writes every quantity whose unit is in the list in the other unit.</summary>
    public static void ChangeUnits(JsonNode node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (JsonNode item in array.OfType<JsonNode>()) ChangeUnits(item);
                break;
            case JsonObject element:
                Change(element);
                foreach (JsonNode member in element.Select(m => m.Value).OfType<JsonNode>()) ChangeUnits(member);
                break;
            default:
                break;
        }
    }

    private static void Change(JsonObject element)
    {
        if (element["unit"]?.GetValue<string>() is not { } unit || element["value"] is not JsonValue value || OtherUnits.FirstOrDefault(u => u.From == unit) is not { From: not null } other) return;
        element["value"] = decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) * other.Factor;
        element["unit"] = other.To;
        element.Remove("code");
        element.Remove("system");
    }

    private static string Text(Answer? answer) => answer is ListAnswer list ? string.Join('+', list.Members) : answer?.ToString() ?? "-";
}
