using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>Doses of proposals that are worked out for the patient.</summary>
public sealed class DoseTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task Cyclophosphamide_in_AL_amyloidosis_is_capped_at_500_mg_in_every_option()
    {
        JsonElement[] doses = [.. (await ProposalsAsync("al-amyloidosis")).Where(request => Drug(request) == "cyclophosphamide").Select(Dose)];
        Assert.NotEmpty(doses);
        Assert.All(doses, dose => Assert.Equal((500m, "mg"), (dose.GetProperty("value").GetDecimal(), dose.GetProperty("unit").GetString())));
    }

    [Fact]
    public async Task Tocilizumab_is_worked_out_from_the_weight()
    {
        JsonElement request = Assert.Single(await ProposalsAsync("car-t-cytokine-release"), request => Drug(request) == "tocilizumab");
        Assert.Contains("480 mg at 60 kg", request.GetProperty("dosageInstruction")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<JsonElement>> ProposalsAsync(string sample)
    {
        string file = Path.Combine(Repository.Samples, sample + ".json");
        JsonNode bundle = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, PatientViewRequest.From(bundle));
        return
        [
            .. answer.Cards.EnumerateArray()
                .SelectMany(card => card.TryGetProperty("suggestions", out JsonElement suggestions) ? suggestions.EnumerateArray() : [])
                .SelectMany(suggestion => suggestion.GetProperty("actions").EnumerateArray())
                .Select(action => action.GetProperty("resource"))
                .Where(resource => resource.GetProperty("resourceType").GetString() == "MedicationRequest"),
        ];
    }

    private static string? Drug(JsonElement request) => request.GetProperty("medicationCodeableConcept").GetProperty("text").GetString();

    private static JsonElement Dose(JsonElement request) =>
        request.GetProperty("dosageInstruction")[0].GetProperty("doseAndRate")[0].GetProperty("doseQuantity");
}
