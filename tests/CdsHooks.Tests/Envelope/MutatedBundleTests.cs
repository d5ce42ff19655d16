using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Cases;
using Cds.CdsHooks.Tests.Hosting;
using Cds.FhirMapping.Tests.Robustness;

namespace Cds.CdsHooks.Tests.Envelope;

/// <summary>Mutations of good bundles with fixed seeds, over the wire: an answer or a clear refusal, never a server error, never an empty body.</summary>
public sealed class MutatedBundleTests(RealService service) : IClassFixture<RealService>
{
    private const int Mutations = 400;

    private readonly HttpClient _client = service.CreateClient();

    [Theory]
    [InlineData("01-new-eligible.json", 1)]
    [InlineData("09-lenalidomide-refractory.json", 2)]
    [InlineData("24-poems-met.json", 3)]
    [InlineData("31-japanese-local-codes.json", 4)]
    public async Task No_mutation_is_a_server_error(string file, int seed)
    {
        JsonNode bundle = JsonNode.Parse(CaseFiles.Read("Shared/" + file))!["bundle"]!;
        byte[] assessed = Encoding.UTF8.GetBytes(bundle.ToJsonString());
        byte[] hooked = Encoding.UTF8.GetBytes(HookRequests.Valid().With("prefetch.chemistry", bundle.DeepClone()).With("prefetch.conditions", bundle.DeepClone()).ToJsonString());
        var mutator = new JsonMutator(seed);
        int answered = 0;
        for (int i = 0; i < Mutations; i++)
        {
            Answer answer = i % 2 == 0
                ? await _client.PostBytesAsync("/assessments?asOf=2026-11-20", mutator.Mutate(assessed))
                : await _client.PostBytesAsync(HookRequests.PatientView, mutator.Mutate(hooked));
            Assert.True(answer.Status is 200 or (>= 400 and < 500), $"mutation {i} of seed {seed}: {answer.Status}");
            Assert.Equal(JsonValueKind.Object, answer.Json.ValueKind);
            if (answer.Status == 200) answered++;
        }

        Assert.True(answered > Mutations / 4, $"only {answered} of {Mutations} mutations were answered");
    }
}
