using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Cases;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Envelope;

/// <summary>
/// Dates and numbers at the ends of what their types hold, at every place of a request: never a server error, and the rest of the patient is answered.
/// </summary>
public sealed class ExtremeValueTests(RealService service) : IClassFixture<RealService>
{
    private static readonly string[] Dates = ["0001-01-01", "0001-01-01T00:00:00+14:00", "9999-12-31", "9999-12-31T23:59:59.9999999-12:00", "0000-01-01"];

    private static readonly string[] Numbers = ["1e-28", "-1e-28", "1e28", "79228162514264337593543950335", "1e400", "0", "-1"];

    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string> Files => ["01-new-eligible.json", "09-lenalidomide-refractory.json", "22-al-eligible.json", "31-japanese-local-codes.json"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task No_date_is_a_server_error(string file) => await EachIsAnswered(file, IsDate, Dates.Select(date => JsonSerializer.Serialize(date)));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task No_number_is_a_server_error(string file) => await EachIsAnswered(file, value => value.GetValueKind() == JsonValueKind.Number, Numbers);

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public async Task The_moment_asked_about_may_be_the_first_or_the_last(string asOf)
    {
        Answer answer = await _client.PostBytesAsync($"/assessments?asOf={asOf}", Encoding.UTF8.GetBytes(Bundle("01-new-eligible.json").ToJsonString()));
        Assert.True(answer.Status is 200 or 400, $"{asOf}: {answer.Status}");
    }

    [Fact]
    public async Task A_number_too_small_to_be_a_result_is_left_out_with_a_note()
    {
        JsonNode bundle = Bundle("01-new-eligible.json");
        JsonObject quantity = bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!["valueQuantity"]).OfType<JsonObject>().First();
        string resource = "Observation/" + quantity.Parent!["id"];
        quantity["value"] = JsonNode.Parse("1e-28");
        Answer answer = await _client.PostBytesAsync("/assessments?asOf=2026-11-20", Encoding.UTF8.GetBytes(bundle.ToJsonString()));
        Assert.Equal(200, answer.Status);
        Assert.Contains(answer.Json.GetProperty("notes").EnumerateArray(), note => note.TryGetProperty("resource", out JsonElement named) && named.GetString() == resource);
    }

    private async Task EachIsAnswered(string file, Func<JsonValue, bool> concerned, IEnumerable<string> extremes)
    {
        int places = Places(Bundle(file)).Count(concerned);
        Assert.True(places > 3, $"only {places} places in {file}");
        foreach (string extreme in extremes)
        {
            for (int place = 0; place < places; place++)
            {
                string body = With(file, concerned, place, extreme);
                foreach ((string path, string sent) in new[] { ("/assessments?asOf=2026-11-20", body), (HookRequests.PatientView, Hooked(body)) })
                {
                    Answer answer = await _client.PostBytesAsync(path, Encoding.UTF8.GetBytes(sent));
                    Assert.True(answer.Status is 200 or (>= 400 and < 500), $"{path}, place {place} as {extreme}: {answer.Status} {answer.Body}");
                }
            }
        }
    }

    /// <summary>The bundle with a text in place of one of its values; as text, since no JSON writer would write such numbers.</summary>
    private static string With(string file, Func<JsonValue, bool> concerned, int place, string extreme)
    {
        JsonNode bundle = Bundle(file);
        JsonValue value = Places(bundle).Where(concerned).ElementAt(place);
        const string Mark = "the-extreme-value";
        value.ReplaceWith(JsonValue.Create(Mark));
        return bundle.ToJsonString().Replace($"\"{Mark}\"", extreme, StringComparison.Ordinal);
    }

    private static string Hooked(string bundle) =>
        HookRequests.Valid().With("prefetch.chemistry", JsonValue.Create("the-bundle")).With("prefetch.conditions", JsonValue.Create("the-bundle")).ToJsonString()
            .Replace("\"the-bundle\"", bundle, StringComparison.Ordinal);

    private static JsonNode Bundle(string file) => JsonNode.Parse(CaseFiles.Read("Shared/" + file))!["bundle"]!;

    private static bool IsDate(JsonValue value) => value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is [>= '0' and <= '9', _, _, _, '-', ..];

    private static IEnumerable<JsonValue> Places(JsonNode? node) => node switch
    {
        JsonValue value => [value],
        JsonObject members => members.SelectMany(member => Places(member.Value)),
        JsonArray items => items.SelectMany(Places),
        _ => [],
    };
}
