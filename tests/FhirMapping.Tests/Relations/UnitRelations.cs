using System.Globalization;
using System.Text.Json.Nodes;

namespace Cds.FhirMapping.Tests.Relations;

/// <summary>The same amounts, written in another way.</summary>
internal static class UnitRelations
{
    private static readonly (string From, string To, decimal Factor)[] Larger =
        [("g/dL", "g/L", 10m), ("mg/dL", "mg/L", 10m), ("mg/L", "ug/L", 1000m), ("10*3/uL", "/uL", 1000m), ("kg", "g", 1000m), ("cm", "mm", 10m), ("U/L", "mU/mL", 1m), ("ng/mL", "ug/L", 1m)];

    private static readonly (string From, string To, decimal Factor)[] Smaller =
        [("mg/dL", "g/L", 0.01m), ("mg/L", "mg/dL", 0.1m), ("10*3/uL", "10*4/uL", 0.1m), ("cm", "m", 0.01m), ("pg/mL", "ng/mL", 0.001m), ("ng/mL", "mg/L", 0.001m)];

    private static readonly (string From, string To, decimal Factor)[] Japanese = [("10*3/uL", "×10^3/μL", 1m), ("mg/L", "㎎/L", 1m), ("g/dL", "ｇ／ｄＬ", 1m), ("mg/dL", "MG/DL", 1m), ("U/L", "IU/L", 1m), ("%", "％", 1m)];

    public static IEnumerable<Relation> All =>
    [
        Relation.Same("amounts in larger numbers of smaller units", record => Converted(record, Larger)),
        Relation.Same("amounts in smaller numbers of larger units", record => Converted(record, Smaller)),
        Relation.Same("units as Japanese laboratories print them, without a code", record => Converted(record, Japanese)),
        Relation.Same("the unit in words only", record => Quantities(record, quantity => { quantity.Remove("code"); quantity.Remove("system"); })),
        Relation.Same("the unit in its code only", record => Quantities(record, quantity =>
        {
            if (quantity["code"] is not null) quantity.Remove("unit");
        })),
        Relation.Same("numbers with two further zeros", record => Quantities(record, quantity =>
        {
            if (quantity["value"] is JsonValue value) quantity["value"] = Number(value) * 1.00m;
        })),
        Relation.Same("results in words", record => record.With("Observation", resource =>
        {
            if (resource["valueQuantity"] is not JsonObject quantity || quantity["comparator"] is not null || quantity["value"] is null || quantity["unit"]?.GetValue<string>() is not { } unit || unit == "1" || unit.StartsWith('{')) return;
            resource["valueString"] = $"{Number(quantity["value"]!.AsValue()).ToString(CultureInfo.InvariantCulture)} {unit}";
            resource.Remove("valueQuantity");
        })),
    ];

    private static Record Converted(Record record, (string From, string To, decimal Factor)[] table) => Quantities(record, quantity =>
    {
        if (quantity["unit"]?.GetValue<string>() is not { } unit || quantity["value"] is not JsonValue value || table.FirstOrDefault(u => u.From == unit) is not { From: not null } other) return;
        quantity["value"] = Number(value) * other.Factor;
        quantity["unit"] = other.To;
        quantity.Remove("code");
        quantity.Remove("system");
    });

    /// <summary>Values and reference limits of results: both have the unit.</summary>
    private static Record Quantities(Record record, Action<JsonObject> change) => record.With("Observation", resource =>
    {
        foreach (JsonObject part in new[] { resource }.Concat((resource["component"] as JsonArray ?? []).OfType<JsonObject>()).ToArray())
        {
            if (part["valueQuantity"] is JsonObject quantity) change(quantity);
            foreach (JsonObject range in (part["referenceRange"] as JsonArray ?? []).OfType<JsonObject>())
            {
                if (range["low"] is JsonObject low) change(low);
                if (range["high"] is JsonObject high) change(high);
            }
        }
    });

    private static decimal Number(JsonValue value) => decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
}
