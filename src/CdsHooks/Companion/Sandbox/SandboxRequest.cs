using System.Text.Json.Nodes;
using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Services;

namespace Cds.CdsHooks.Companion.Sandbox;

/// <summary>Writes the hook call that an EHR would send: of the open patient with prefetch, or of a patient on an open FHIR server without.</summary>
internal sealed class SandboxRequest(IEnumerable<ICdsService> services, KnowledgeBase knowledge)
{
    /// <summary>Fields of the form.</summary>
    public const string Service = "service", Drug = "drug", Dose = "dose", Unit = "unit", Product = "product", Server = "server", Patient = "patient";

    private const string Practitioner = "Practitioner/sandbox", OpenServerToken = "open-server";
    private const int MostOrders = 10;

    /// <summary>The services that can be called.</summary>
    public IReadOnlyList<ServiceDefinition> Services { get; } = [.. services.Select(service => service.Definition)];

    /// <summary>The call.</summary>
    /// <param name="form">What was chosen.</param>
    /// <param name="opened">The open patient; null for none.</param>
    public Outcome<JsonObject> Write(IFormCollection form, OpenedPatient? opened)
    {
        if (Services.FirstOrDefault(service => service.Id == form[Service].ToString()) is not { } definition)
            return new RequestProblem(ProblemKind.InvalidParameter, SandboxPhrases.NoSuchService, Service);
        string server = form[Server].ToString().Trim();
        JsonNode? bundle = server.Length == 0 && opened is not null ? JsonNode.Parse(opened.Bundle.Span) : null;
        string patient = bundle is null ? form[Patient].ToString().Trim() : PatientId(bundle);
        if (patient.Length == 0) return new RequestProblem(ProblemKind.InvalidParameter, SandboxPhrases.NoPatient, Patient);
        Outcome<JsonArray> orders = Orders(form, patient);
        if (orders.Problem is { } problem) return problem;
        var call = new JsonObject
        {
            ["hook"] = definition.Hook,
            ["hookInstance"] = Guid.NewGuid().ToString(),
            ["context"] = Context(definition.Hook, patient, orders.Value),
        };
        if (bundle is not null) call["prefetch"] = PrefetchOfBundle.Of(bundle, definition.Prefetch);
        else if (!Uri.TryCreate(server, UriKind.Absolute, out _)) return new RequestProblem(ProblemKind.InvalidParameter, SandboxPhrases.NoServer, Server);
        else
        {
            call["fhirServer"] = server;
            call["fhirAuthorization"] = new JsonObject
            {
                ["access_token"] = OpenServerToken, ["token_type"] = "Bearer", ["expires_in"] = 300, ["scope"] = "patient/*.rs", ["subject"] = "sandbox", ["patient"] = patient,
            };
        }

        return call;
    }

    private static JsonObject Context(string hook, string patient, JsonArray orders)
    {
        var context = new JsonObject { ["userId"] = Practitioner, ["patientId"] = patient };
        if (!hook.StartsWith("order-", StringComparison.Ordinal)) return context;
        if (hook == "order-select") context["selections"] = new JsonArray([.. orders.Select(order => (JsonNode)$"MedicationRequest/{order!["id"]}")]);
        context["draftOrders"] = new JsonObject
        {
            ["resourceType"] = "Bundle", ["type"] = "collection", ["entry"] = new JsonArray([.. orders.Select(order => (JsonNode)new JsonObject { ["resource"] = order!.DeepClone() })]),
        };
        return context;
    }

    private Outcome<JsonArray> Orders(IFormCollection form, string patient)
    {
        if (form[Drug].Count > MostOrders) return new RequestProblem(ProblemKind.InvalidParameter, SandboxPhrases.TooManyOrders.With("limit", MostOrders.ToString(CultureInfo.InvariantCulture)), Drug);
        var orders = new JsonArray();
        for (int i = 0; i < form[Drug].Count; i++)
        {
            string drug = form[Drug][i] ?? "", product = At(form, Product, i), dose = At(form, Dose, i);
            if (drug.Length + product.Length == 0) continue;
            if (drug.Length > 0 && !knowledge.Drugs.ContainsKey(drug)) return new RequestProblem(ProblemKind.InvalidParameter, SandboxPhrases.NoSuchDrug, Drug);
            var order = new JsonObject
            {
                ["resourceType"] = "MedicationRequest", ["id"] = string.Create(CultureInfo.InvariantCulture, $"draft-{i + 1}"), ["status"] = "draft", ["intent"] = "order",
                ["medicationCodeableConcept"] = new JsonObject { ["text"] = product.Length > 0 ? product : knowledge.Drugs[drug].Title.En },
                ["subject"] = new JsonObject { ["reference"] = $"Patient/{patient}" },
            };
            if (dose.Length > 0)
            {
                if (!decimal.TryParse(dose, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount)) return new RequestProblem(ProblemKind.InvalidParameter, SandboxPhrases.NoDose, Dose);
                order["dosageInstruction"] = new JsonArray(new JsonObject { ["doseAndRate"] = new JsonArray(new JsonObject { ["doseQuantity"] = Quantity(amount, At(form, Unit, i)) }) });
            }

            orders.Add(order);
        }

        return orders;
    }

    /// <summary>A dose without a unit stays one: the service says what it makes of it.</summary>
    private static JsonObject Quantity(decimal amount, string unit) =>
        unit.Length == 0 ? new() { ["value"] = amount } : new() { ["value"] = amount, ["unit"] = unit, ["system"] = "http://unitsofmeasure.org", ["code"] = unit };

    private static string At(IFormCollection form, string field, int place) => form[field].Count > place ? form[field][place]?.Trim() ?? "" : "";

    private static string PatientId(JsonNode bundle) => bundle["entry"]?.AsArray().Select(entry => entry?["resource"]).FirstOrDefault(resource => (string?)resource?["resourceType"] == "Patient")?["id"]?.ToString() ?? "";
}
