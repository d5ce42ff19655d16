using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Cases;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Cards;

/// <summary>Direction marks and control characters of a request, in every text of it, never come out on a card, in a note or in an error.</summary>
public sealed class ForeignTextTests(RealService service) : IClassFixture<RealService>
{
    private const string Marks = "\u202E\u2066x\u0007\u061C\u2069\u202C";

    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string> Files => [.. CaseFiles.All.Where((_, number) => number % 12 == 0)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Marks_in_texts_do_not_reach_a_card(string file) => await NoneComesOut(file, name => name is "display" or "text" or "comment" or "title" or "description" or "valueString" or "unit");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Marks_in_every_value_do_not_reach_a_card(string file) => await NoneComesOut(file, name => name is not ("resourceType" or "status"));

    [Fact]
    public async Task Marks_in_the_name_of_a_key_do_not_reach_a_card_or_the_place_of_an_error()
    {
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With("prefetch." + Marks, new JsonObject()));
        Assert.Equal(200, answer.Status);
        IsPlain(answer);
        string twice = $"{{\"{Marks.Replace("\u0007", "", StringComparison.Ordinal)}\":1,\"{Marks.Replace("\u0007", "", StringComparison.Ordinal)}\":2}}";
        Answer refused = await _client.PostTextAsync(HookRequests.PatientView, twice);
        refused.IsOperationOutcome(400, "$.x");
    }

    private async Task NoneComesOut(string file, Func<string, bool> marked)
    {
        if (JsonNode.Parse(CaseFiles.Read(file))!["bundle"] is not { } bundle) return;
        Mark(bundle, marked);
        Answer assessed = await _client.PostJsonAsync("/assessments?asOf=2026-11-20", bundle);
        Assert.InRange(assessed.Status, 200, 499);
        IsPlain(assessed);
        JsonObject request = HookRequests.Valid();
        foreach (string key in new[] { "chemistry", "conditions", "medicationRequests" }) request.With("prefetch." + key, bundle.DeepClone());
        Answer hooked = await _client.PostJsonAsync(HookRequests.PatientView + "?asOf=2026-11-20", request);
        Assert.Equal(200, hooked.Status);
        IsPlain(hooked);
    }

    private static void Mark(JsonNode? node, Func<string, bool> marked)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? member) in members.ToArray())
                {
                    if (member is JsonValue text && text.GetValueKind() == JsonValueKind.String && marked(name)) members[name] = text.GetValue<string>() + Marks;
                    else Mark(member, marked);
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items) Mark(item, marked);
                break;
        }
    }

    private static void IsPlain(Answer answer) =>
        Assert.All(Texts(answer.Json), text => Assert.DoesNotContain(text, character => character != '\n' && (char.IsControl(character) || Marks.Replace("x", "", StringComparison.Ordinal).Contains(character, StringComparison.Ordinal))));

    /// <summary>Everything that is read by people; a resource that is handed back is the client's own.</summary>
    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().Where(member => !(member.Name == "resource" && member.Value.ValueKind == JsonValueKind.Object)).SelectMany(member => Texts(member.Value).Append(member.Name)),
        _ => [],
    };
}
