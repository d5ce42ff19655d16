using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Field;

/// <summary>Compares the drafts in the suggestions of an answer with what a field case expects of them (format: shared field cases, Whole patients).</summary>
internal static class DraftExpectations
{
    private static readonly string[] Known = ["drug", "card", "with", "none", "doses", "has", "notDoses", "max", "notPerArea", "perWeek", "optional"];

    public static IEnumerable<string> Differences(JsonElement expected, JsonElement cards)
    {
        JsonElement[] all = [.. cards.EnumerateArray()];
        if (expected.Says("dispensable"))
        {
            foreach (string dose in Drafts(all).SelectMany(draft => draft.Doses).Where(dose => dose.Contains('/', StringComparison.Ordinal))) yield return $"a dose of {dose} cannot be dispensed";
        }

        foreach (JsonElement wanted in expected.Items("drafts"))
        {
            foreach (string difference in Of(wanted, all)) yield return difference;
        }
    }

    private static IEnumerable<string> Of(JsonElement wanted, JsonElement[] cards)
    {
        string drug = wanted.GetProperty("drug").GetString()!;
        foreach (string name in wanted.EnumerateObject().Select(member => member.Name).Except(Known)) yield return $"what '{name}' expects of drafts is not checked";
        string[]? with = wanted.TryGetProperty("with", out _) ? wanted.Texts("with") : null;
        JsonElement[] seen = [.. cards.Where(card => !wanted.TryGetProperty("card", out JsonElement id) || SampleTests.CardId(card) == id.GetString())];
        Draft[] drafts = [.. Drafts(seen).Where(draft => draft.Drug == drug && (with is null || draft.Others.Except([drug]).Distinct().Order(StringComparer.Ordinal).SequenceEqual(with.Order(StringComparer.Ordinal))))];
        if (wanted.Says("none"))
        {
            if (drafts.Length > 0) yield return $"{drug} should not be drafted";
            yield break;
        }

        if (drafts.Length == 0 && !wanted.Says("optional")) yield return $"no draft of {drug}";
        decimal[] milligrams = [.. drafts.Select(draft => draft.Milligrams).OfType<decimal>()];
        decimal[] allowed = Numbers(wanted, "doses");
        foreach (decimal dose in milligrams.Where(dose => allowed.Length > 0 && !allowed.Contains(dose))) yield return $"{drug} {dose} mg is none of {string.Join(", ", allowed)}";
        foreach (decimal dose in Numbers(wanted, "has").Except(milligrams)) yield return $"no draft of {drug} {dose} mg";
        foreach (decimal dose in Numbers(wanted, "notDoses").Intersect(milligrams)) yield return $"{drug} {dose} mg should not be drafted";
        if (wanted.TryGetProperty("max", out JsonElement max) && milligrams.Any(dose => dose > max.GetDecimal())) yield return $"{drug} is drafted above {max} mg";
        if (wanted.TryGetProperty("notPerArea", out JsonElement area) && drafts.Any(draft => draft.HasPerArea(area.GetDecimal()))) yield return $"{drug} is drafted at {area} mg/m2";
        if (wanted.TryGetProperty("perWeek", out JsonElement perWeek))
        {
            foreach (Draft draft in drafts.Where(draft => draft.TimesPerWeek > perWeek.GetDecimal())) yield return $"{drug} is drafted {draft.TimesPerWeek} times a week";
        }
    }

    /// <summary>The MedicationRequests of all suggestions, each with the drugs of its suggestion.</summary>
    private static IEnumerable<Draft> Drafts(IEnumerable<JsonElement> cards)
    {
        foreach (JsonElement suggestion in cards.SelectMany(card => card.TryGetProperty("suggestions", out JsonElement list) ? list.EnumerateArray() : default))
        {
            JsonElement[] requests =
            [
                .. suggestion.GetProperty("actions").EnumerateArray()
                    .Where(action => action.TryGetProperty("resource", out JsonElement resource) && resource.GetProperty("resourceType").GetString() == "MedicationRequest")
                    .Select(action => action.GetProperty("resource")),
            ];
            string[] drugs = [.. requests.Select(Name)];
            foreach (JsonElement request in requests) yield return Draft.Of(Name(request), drugs, request);
        }
    }

    private static string Name(JsonElement request) => request.GetProperty("medicationCodeableConcept").GetProperty("text").GetString()!.Replace(' ', '-').ToLowerInvariant();

    private static decimal[] Numbers(JsonElement item, string name) => item.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(number => number.GetDecimal())] : [];

    private sealed record Draft(string Drug, IReadOnlyList<string> Others, IReadOnlyList<string> Doses, string Text, decimal? Milligrams, decimal? TimesPerWeek)
    {
        /// <summary>Whether a dose per m2 stands in it, as an amount or in words.</summary>
        public bool HasPerArea(decimal milligrams) =>
            Regex.IsMatch(string.Join('\n', [.. Doses, Text]), $@"(?<![\d.]){milligrams.ToString(CultureInfo.InvariantCulture)}(?:\.0+)? ?mg/m(?:2|²)", RegexOptions.CultureInvariant);

        public static Draft Of(string drug, IReadOnlyList<string> others, JsonElement request)
        {
            JsonElement dosage = request.GetProperty("dosageInstruction")[0];
            JsonElement[] quantities = [.. dosage.TryGetProperty("doseAndRate", out JsonElement doses) ? doses.EnumerateArray().Where(d => d.TryGetProperty("doseQuantity", out _)).Select(d => d.GetProperty("doseQuantity")) : []];
            JsonElement? milligrams = quantities.Cast<JsonElement?>().FirstOrDefault(q => q!.Value.GetProperty("code").GetString() == "mg");
            decimal? perWeek = dosage.TryGetProperty("timing", out JsonElement timing) && timing.TryGetProperty("repeat", out JsonElement repeat)
                && repeat.TryGetProperty("frequency", out JsonElement times) && repeat.GetProperty("periodUnit").GetString() == "d"
                    ? times.GetDecimal() * 7m / repeat.GetProperty("period").GetDecimal() : null;
            return new Draft(drug, others, [.. quantities.Select(q => $"{q.GetProperty("value")} {q.GetProperty("code")}")], dosage.TryGetProperty("text", out JsonElement text) ? text.GetString()! : "", milligrams?.GetProperty("value").GetDecimal(), perWeek);
        }
    }
}
