using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Cases;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Cds.CdsHooks.Tests.Services.Orders;
using Cds.FhirValidation;
using Hl7.Fhir.Model;
using Task = System.Threading.Tasks.Task;

namespace Cds.CdsHooks.Tests.Validation;

/// <summary>
/// Every resource of every suggestion is valid FHIR R4: it passes a strict reading and Firely's validator, with bindings and contexts of extensions. An EHR
/// that refuses a draft would leave the clinician with an order that nobody wrote.
/// </summary>
public sealed class SuggestionValidityTests(EveryCardService service) : IClassFixture<EveryCardService>
{
    private const string AsOf = "2026-11-20";

    private static readonly string[] Languages = ["en", "ja"];

    /// <summary>Every drug that the knowledge base knows.</summary>
    private static readonly string[] Drugs = [.. ((CodeSystem)ProjectPackage.Read("fhir-profiles/codesystems/drug.json")).Concept.Select(drug => drug.Code!)];

    /// <summary>Patients for whom many orders are wrong in one way or another.</summary>
    private static readonly string[] PatientsOfOrders =
    [
        "bone-lesions-low-calcium-renal.json", "bortezomib-without-acyclovir.json", "double-refractory-relapse.json", "interstitial-lung-disease.json", "japanese-codes.json",
        "lenalidomide-aspirin-allergy.json", "lenalidomide-without-thromboprophylaxis.json", "newly-diagnosed-ineligible-renal-failure.json",
    ];

    /// <summary>Drugs whose orders are mended, replaced or taken out.</summary>
    private static readonly string[] DrugsOfOddDrafts = ["lenalidomide", "bortezomib", "zoledronic-acid", "acyclovir", "melphalan"];

    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task What_is_suggested_for_the_samples_is_valid() => await AreValidAsync(20, async found =>
    {
        foreach ((string file, _) in SampleReadme.Rows) await ViewAsync(found, file, Sample(file), AsOf);
    });

    [Fact]
    public async Task What_is_suggested_for_the_cases_is_valid() => await AreValidAsync(200, async found =>
    {
        foreach (string file in CaseFiles.All)
        {
            JsonNode root = JsonNode.Parse(CaseFiles.Read(file))!;
            await ViewAsync(found, file, root["bundle"]!, root["asOf"]!.GetValue<string>());
        }
    });

    [Fact]
    public async Task What_is_suggested_on_the_visits_of_the_journeys_is_valid() => await AreValidAsync(20, async found =>
    {
        foreach (string journey in Journey.Names)
        {
            JsonNode bundle = JsonNode.Parse(Journey.Bundle(journey))!;
            foreach ((string date, string title, _) in Journey.Visits(journey)) await ViewAsync(found, $"{journey}, {title}", bundle, date);
        }
    });

    [Fact]
    public async Task What_is_suggested_while_orders_are_written_is_valid() => await AreValidAsync(100, async found =>
    {
        foreach ((string file, _) in SampleReadme.Requests)
        {
            JsonNode request = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Samples, file)))!;
            await AskAsync(found, file, "/cds-services/myeloma-" + request["hook"], request, AsOf);
        }

        foreach (string file in PatientsOfOrders)
        {
            JsonObject view = PatientViewRequest.From(Sample(file));
            foreach (string drug in Drugs) await AskAsync(found, $"{file}, order of {drug}", OrderRequests.Sign, Signing(view, drug), AsOf);
        }
    });

    [Fact]
    public async Task What_is_suggested_for_odd_drafts_is_valid() => await AreValidAsync(50, async found =>
    {
        foreach (string file in PatientsOfOrders)
        {
            JsonObject view = PatientViewRequest.From(Sample(file));
            foreach (string drug in DrugsOfOddDrafts)
            {
                foreach (string odd in OddDrafts.All.Keys)
                {
                    JsonObject request = Signing(view, drug);
                    JsonArray entries = request["context"]!["draftOrders"]!["entry"]!.AsArray();
                    OddDrafts.Over(entries[0]!["resource"]!.AsObject(), odd, drug);
                    await AskAsync(found, $"{file}, order of {drug}: {odd}", OrderRequests.Sign, request, AsOf);
                }
            }
        }
    });

    [Theory]
    [InlineData("0.4", "31", "138")]
    [InlineData("1.9", "164.5", "196")]
    [InlineData("7.35", "48", "151")]
    public async Task What_is_suggested_for_other_kidneys_and_sizes_is_valid(string creatinine, string weight, string height) => await AreValidAsync(20, async found =>
    {
        foreach ((string file, _) in SampleReadme.Rows)
        {
            JsonNode bundle = Sample(file);
            foreach (JsonNode? observation in bundle["entry"]!.AsArray().Select(entry => entry!["resource"]))
            {
                string code = observation!["code"]?.ToJsonString() ?? "";
                string? number = code.Contains("\"2160-0\"", StringComparison.Ordinal) ? creatinine : code.Contains("\"29463-7\"", StringComparison.Ordinal) ? weight : code.Contains("\"8302-2\"", StringComparison.Ordinal) ? height : null;
                if (number is not null && observation["valueQuantity"] is JsonObject quantity) quantity["value"] = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
            }

            await ViewAsync(found, $"{file}, {creatinine} mg/dL, {weight} kg", bundle, AsOf);
        }
    });

    private static async Task AreValidAsync(int atLeast, Func<SuggestedResources, Task> gather)
    {
        var found = new SuggestedResources();
        await gather(found);
        Assert.True(found.Count >= atLeast, $"only {found.Count} resources were suggested");
        IReadOnlyList<string> faults = found.Faults();
        Assert.True(faults.Count == 0, $"{found.Count} resources\n{string.Join('\n', faults)}");
    }

    private Task ViewAsync(SuggestedResources found, string origin, JsonNode bundle, string asOf) =>
        AskAsync(found, origin, HookRequests.PatientView, PatientViewRequest.From(bundle), asOf);

    private async Task AskAsync(SuggestedResources found, string origin, string url, JsonNode request, string asOf)
    {
        foreach (string language in Languages)
        {
            Answer answer = await _client.PostJsonAsync($"{url}?asOf={Uri.EscapeDataString(asOf)}&lang={language}", request);
            Assert.True(answer.Status == 200, $"{origin}: {answer.Body}");
            found.Add($"{origin} ({language})", answer.Cards);
        }
    }

    /// <summary>The call when an order is signed, far from any usual dose so that a rule has something to mend.</summary>
    private static JsonObject Signing(JsonObject view, string drug)
    {
        JsonObject request = view.DeepClone().AsObject();
        string patient = request["context"]!["patientId"]!.GetValue<string>();
        JsonObject draft = OrderRequests.Draft("draft-1", drug, "", 1000);
        draft["subject"] = new JsonObject { ["reference"] = "Patient/" + patient };
        draft["medicationCodeableConcept"]!["coding"] = new JsonArray(new JsonObject { ["system"] = "https://myeloma-cds.example.org/fhir/CodeSystem/drug", ["code"] = drug });
        request["hook"] = "order-sign";
        request["context"]!["draftOrders"] = HookRequests.Bundle(draft);
        return request;
    }

    private static JsonNode Sample(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Samples, file)))!;
}
