using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Cases;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Cds.FhirMapping.Proposals;
using Cds.FhirValidation;
using Hl7.Fhir.Model;
using Task = System.Threading.Tasks.Task;

namespace Cds.CdsHooks.Tests.Cards;

/// <summary>Every draft of every suggestion for the example patients, in both languages.</summary>
public sealed class DraftValidityTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Every_draft_is_strictly_valid_and_has_a_dose_that_can_be_given_or_none(string language)
    {
        int medications = 0, withDose = 0;
        foreach (string file in CaseFiles.All)
        {
            JsonObject request = PatientViewRequest.From(JsonNode.Parse(CaseFiles.Read(file))!["bundle"]!);
            Answer answer = await _client.PostJsonAsync($"{HookRequests.PatientView}?lang={language}", request);
            foreach (JsonElement resource in Resources(answer))
            {
                Resource? read = StrictReading.Of(resource.GetRawText()).Resource;
                Assert.NotNull(read);
                Assert.Equal("", string.Join('\n', StrictFhir.Faults(read).Select(fault => $"{file} {fault.Path}: {fault.Message}")));
                if (read is not MedicationRequest drug) continue;
                medications++;
                Dosage dosage = drug.DosageInstruction.Single();
                foreach (Quantity dose in dosage.DoseAndRate.Select(d => d.Dose).OfType<Quantity>())
                {
                    withDose++;
                    Assert.False(dose.Code!.Contains('/', StringComparison.Ordinal), $"{file}: {dose.Value} {dose.Code}");
                    string amount = dose.Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    Assert.True(dosage.Text!.Contains(amount, StringComparison.Ordinal), $"{file}: {amount} does not stand in '{dosage.Text}'");
                }
            }
        }

        Assert.True(medications > 500 && withDose > 200, $"{medications} drafts, {withDose} with a dose");
    }

    private static IEnumerable<JsonElement> Resources(Answer answer) => answer.Cards.EnumerateArray()
        .SelectMany(card => card.TryGetProperty("suggestions", out JsonElement suggestions) ? suggestions.EnumerateArray() : default)
        .SelectMany(suggestion => suggestion.GetProperty("actions").EnumerateArray())
        .Where(action => action.TryGetProperty("resource", out _))
        .Select(action => action.GetProperty("resource"));
}
