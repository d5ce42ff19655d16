using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Tests.Cases;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>What holds for every card of every sample and case, in both languages.</summary>
public sealed partial class CardRulesTests(RealService service) : IClassFixture<RealService>
{
    private static readonly string[] Topics = ["staging", "risk", "response", "regimen", "prophylaxis", "bone-disease", "eligibility", "workup", "safety"];
    private static readonly string[] Indicators = ["critical", "warning", "info"];

    private static readonly string[] Lasting = ["patient-declined", "noted"], OfOneOption = ["contraindicated", "toxicity", "not-available"];

    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string> Patients() =>
    [
        .. Directory.GetFiles(Repository.Samples, "*.json").Order(StringComparer.Ordinal).Select(path => "samples/" + Path.GetFileName(path)),
        .. CaseFiles.All.Select(file => "tests/CdsHooks.Tests/Cases/" + file),
    ];

    [Theory]
    [MemberData(nameof(Patients))]
    public async Task Cards_are_short_ordered_and_complete(string file)
    {
        JsonNode content = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, file), TestContext.Current.CancellationToken))!;
        JsonNode bundle = content["bundle"] ?? content;
        foreach (string language in new[] { "en", "ja" })
        {
            Answer answer = await _client.PostJsonAsync(HookRequests.PatientView + "?lang=" + language, PatientViewRequest.From(bundle));
            Assert.True(answer.Status == 200, answer.Body);
            string[] faults = [.. Faults(answer.Cards, PatientOf(bundle), language)];
            Assert.True(faults.Length == 0, $"{language}: {string.Join('\n', faults)}");
        }
    }

    private static IEnumerable<string> Faults(JsonElement cards, string patient, string language)
    {
        if (cards.GetArrayLength() > 8) yield return "more than eight cards";
        int[] urgency = [.. cards.EnumerateArray().Select(card => Array.IndexOf(Indicators, Text(card, "indicator")))];
        if (!urgency.SequenceEqual(urgency.Order())) yield return "the most urgent card is not the first";
        foreach (JsonElement card in cards.EnumerateArray())
        {
            string id = SampleTests.CardId(card);
            string summary = Text(card, "summary");
            if (summary.Length > 139) yield return $"{id}: summary of {summary.Length} characters";
            if (summary.EndsWith('…')) yield return $"{id}: summary cut off: {summary}";
            if (Japanese().IsMatch(summary) != (language == "ja")) yield return $"{id}: summary is in another language: {summary}";
            if (PoliteForm().Match(summary) is { Success: true } polite) yield return $"{id}: {polite.Value} in the summary: {summary}";
            if (Fold().IsMatch(summary + Text(card, "detail"))) yield return $"{id}: a space behind Japanese punctuation";
            string everything = card.GetRawText();
            if (Placeholder().Match(everything) is { Success: true } placeholder) yield return $"{id}: placeholder {placeholder.Value} left";
            if (LongNumber().Match(Text(card, "detail")) is { Success: true } number) yield return $"{id}: number {number.Value} not rounded";
            if (Record().Match(Text(card, "detail")) is { Success: true } record) yield return $"{id}: {record.Value} says nothing to a reader";
            if (!Topics.Contains(Text(card.GetProperty("source").GetProperty("topic"), "code"))) yield return $"{id}: unknown topic";
            foreach (string fault in OverrideFaults(card)) yield return $"{id}: {fault}";
            foreach (string fault in SuggestionFaults(card, patient)) yield return $"{id}: {fault}";
        }
    }

    private static IEnumerable<string> OverrideFaults(JsonElement card)
    {
        if (!card.TryGetProperty("overrideReasons", out JsonElement reasons)) yield break;
        string[] codes = [.. reasons.EnumerateArray().Select(reason => Text(reason, "code"))];
        if (!codes.Intersect(Lasting).Any()) yield return "no reason that lasts";
        if (Options(card).Count() > 1 && codes.Intersect(OfOneOption).FirstOrDefault() is { } code) yield return $"the reason {code}, which may mean one option, is offered for all";
    }

    private static IEnumerable<string> SuggestionFaults(JsonElement card, string patient)
    {
        if (!card.TryGetProperty("suggestions", out JsonElement suggestions)) yield break;
        string[] avoided = Options(card).Where(option => Text(option, "standing") == "avoid").Select(option => Text(option, "id")).ToArray();
        if (Options(card).FirstOrDefault() is { ValueKind: JsonValueKind.Object } first && Text(first, "standing") == "avoid") yield return "suggestions although the first option is to be avoided";
        if (!card.TryGetProperty("selectionBehavior", out JsonElement behaviour)) yield return "suggestions without selectionBehavior";
        JsonElement[] all = [.. suggestions.EnumerateArray()];
        if (all.Length > 5) yield return $"{all.Length} suggestions";
        if (behaviour.ValueEquals("at-most-one") && all.Skip(1).Any(IsRecommended)) yield return "the recommended suggestion is not the first";
        foreach (JsonElement each in all)
        {
            if (IsRecommended(each) != RecommendedLabel().IsMatch(Text(each, "label"))) yield return $"{Text(each, "label")}: labelled as recommended or not, and the other it is";
            if (each.GetProperty("actions").GetArrayLength() is 0 or > 20) yield return $"{Text(each, "label")}: {each.GetProperty("actions").GetArrayLength()} actions";
        }

        foreach (JsonElement suggestion in suggestions.EnumerateArray())
        {
            if (avoided.Any(option => string.Equals(option.Replace('-', ' '), Text(suggestion, "label"), StringComparison.OrdinalIgnoreCase))) yield return $"suggests {Text(suggestion, "label")}, which is to be avoided";
            foreach (JsonElement action in suggestion.GetProperty("actions").EnumerateArray())
            {
                JsonElement resource = action.GetProperty("resource");
                if (Text(resource, "status") != "draft" || Text(resource, "intent") != "proposal") yield return $"{Text(suggestion, "label")}: not a draft proposal";
                if (Text(resource.GetProperty("subject"), "reference") != patient) yield return $"{Text(suggestion, "label")}: not for {patient}";
                if (Code(resource).GetArrayLength() == 0) yield return $"{Text(suggestion, "label")}: no code";
            }
        }
    }

    private static bool IsRecommended(JsonElement suggestion) => suggestion.TryGetProperty("isRecommended", out JsonElement recommended) && recommended.GetBoolean();

    private static IEnumerable<JsonElement> Options(JsonElement card) =>
        card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").TryGetProperty("options", out JsonElement options) ? options.EnumerateArray() : [];

    private static JsonElement Code(JsonElement resource) =>
        resource.GetProperty(Text(resource, "resourceType") == "MedicationRequest" ? "medicationCodeableConcept" : "code").GetProperty("coding");

    private static string PatientOf(JsonNode bundle) => "Patient/" + bundle["entry"]!.AsArray()
        .Select(entry => entry!["resource"]!).Single(resource => resource["resourceType"]!.GetValue<string>() == "Patient")["id"];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    [GeneratedRegex("(Patient|Observation|Condition|Procedure|Medication[A-Za-z]*|ServiceRequest|AllergyIntolerance)/[A-Za-z0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Record();

    [GeneratedRegex("^(Recommended: |推奨：)", RegexOptions.CultureInvariant)]
    private static partial Regex RecommendedLabel();

    [GeneratedRegex(@"\p{IsHiragana}|\p{IsKatakana}|\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant)]
    private static partial Regex Japanese();

    /// <summary>Summaries speak in one register: plain form or nouns. That of the drugs that run quotes the reason of a drug, whose texts are not all rewritten yet.</summary>
    [GeneratedRegex("です|ます|ません|でした|ください", RegexOptions.CultureInvariant)]
    private static partial Regex PoliteForm();

    [GeneratedRegex("[、。] (?=[\\p{IsHiragana}\\p{IsKatakana}\\p{IsCJKUnifiedIdeographs}])", RegexOptions.CultureInvariant)]
    private static partial Regex Fold();

    [GeneratedRegex(@"\{[a-z-]+\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\d\.\d{6,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();
}
