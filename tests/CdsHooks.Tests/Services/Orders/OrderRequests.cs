using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Services.Orders;

/// <summary>Calls of the order hooks for a synthetic patient with myeloma whose whole record was prefetched.</summary>
internal static class OrderRequests
{
    public const string Select = "/cds-services/myeloma-order-select";
    public const string Sign = "/cds-services/myeloma-order-sign";

    /// <summary>The keys of discovery that search, the conditions aside.</summary>
    private static readonly string[] SearchKeys =
    [
        "chemistry", "myelomaMarkers", "immunoglobulins", "cytogenetics", "infections", "findings", "localCodes", "cytogeneticReports",
        "medicationRequests", "medicationStatements", "medicationAdministrations", "medicationDispenses", "procedures", "allergies", "serviceRequests", "questionnaireResponses",
    ];

    private const string RxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";

    /// <summary>order-select with one picked order.</summary>
    public static JsonObject Selecting(params JsonObject[] drafts) => Call("order-select", drafts)
        .With("context.selections", new JsonArray($"{drafts[0]["resourceType"]}/{drafts[0]["id"]}"));

    /// <summary>order-sign.</summary>
    public static JsonObject Signing(params JsonObject[] drafts) => Call("order-sign", drafts);

    /// <summary>A draft order of a drug known by its RxNorm ingredient.</summary>
    public static JsonObject Draft(string id, string name, string rxNorm, decimal? milligrams = null, string unit = "mg")
    {
        var draft = new JsonObject
        {
            ["resourceType"] = "MedicationRequest",
            ["id"] = id,
            ["status"] = "draft",
            ["intent"] = "order",
            ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
            ["medicationCodeableConcept"] = new JsonObject
            {
                ["coding"] = new JsonArray(new JsonObject { ["system"] = RxNorm, ["code"] = rxNorm, ["display"] = name }),
                ["text"] = name,
            },
        };
        if (milligrams is { } dose)
        {
            draft["dosageInstruction"] = new JsonArray(new JsonObject
            {
                ["text"] = "as written by the prescriber",
                ["timing"] = new JsonObject { ["repeat"] = new JsonObject { ["frequency"] = 1, ["period"] = 1, ["periodUnit"] = "d" } },
                ["doseAndRate"] = new JsonArray(new JsonObject
                {
                    ["doseQuantity"] = new JsonObject { ["value"] = dose, ["unit"] = unit, ["system"] = "http://unitsofmeasure.org", ["code"] = unit },
                }),
            });
        }

        return draft;
    }

    public static JsonObject Bortezomib(string id = "bor", decimal? dose = null, string unit = "mg") => Draft(id, "bortezomib", "358258", dose, unit);

    public static JsonObject Lenalidomide(string id = "len", decimal? dose = null) => Draft(id, "lenalidomide", "342369", dose);

    public static JsonObject Acyclovir(string id = "acv") => Draft(id, "acyclovir", "281", 200);

    public static JsonObject Aspirin(string id = "asa") => Draft(id, "aspirin", "1191", 100);

    /// <summary>Adds an observation of the project's own code system.</summary>
    public static JsonObject Observed(this JsonObject request, string fact, JsonObject value, string date = "2026-11-10") => request.Adding("localCodes", new JsonObject
    {
        ["resourceType"] = "Observation",
        ["id"] = $"{fact}-1",
        ["status"] = "final",
        ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "https://myeloma-cds.example.org/fhir/CodeSystem/fact", ["code"] = fact }) },
        ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
        ["effectiveDateTime"] = date,
        ["valueQuantity"] = value,
    });

    /// <summary>Adds a hepatitis B screen without a finding.</summary>
    public static JsonObject Screened(this JsonObject request) => new[] { "hbs-antigen", "hbs-antibody", "hbc-antibody" }.Aggregate(request, (screened, fact) => screened.Adding("localCodes", new JsonObject
    {
        ["resourceType"] = "Observation",
        ["id"] = $"{fact}-1",
        ["status"] = "final",
        ["code"] = Coded("https://myeloma-cds.example.org/fhir/CodeSystem/fact", fact),
        ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
        ["effectiveDateTime"] = "2026-11-10",
        ["valueString"] = "negative",
    }));

    public static JsonObject Quantity(decimal value, string unit) => new() { ["value"] = value, ["unit"] = unit, ["system"] = "http://unitsofmeasure.org", ["code"] = unit };

    /// <summary>Adds a current condition.</summary>
    public static JsonObject Having(this JsonObject request, string snomed, string text) => request.Adding("conditions", Condition(snomed, text));

    /// <summary>Adds an active order to the record.</summary>
    public static JsonObject Taking(this JsonObject request, JsonObject order)
    {
        JsonObject active = order.DeepClone().AsObject();
        active["status"] = "active";
        active["authoredOn"] = "2026-11-01";
        return request.Adding("medicationRequests", active);
    }

    /// <summary>Adds an active order of an examination, known by a code of the project's own systems, to the record.</summary>
    public static JsonObject Awaiting(this JsonObject request, string system, string code, string authoredOn = "2026-11-10") => request.Adding("serviceRequests", new JsonObject
    {
        ["resourceType"] = "ServiceRequest",
        ["id"] = $"{code}-1",
        ["status"] = "active",
        ["intent"] = "order",
        ["code"] = Coded(system, code),
        ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
        ["authoredOn"] = authoredOn,
    });

    public static JsonElement[] CardsOf(this Answer answer, string rule) =>
        [.. answer.Cards.EnumerateArray().Where(card => Assessment(card).GetProperty("id").GetString() == rule)];

    public static JsonElement Assessment(this JsonElement card) => card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment");

    public static IEnumerable<JsonElement> Actions(this JsonElement card) =>
        card.TryGetProperty("suggestions", out JsonElement suggestions)
            ? suggestions.EnumerateArray().SelectMany(suggestion => suggestion.GetProperty("actions").EnumerateArray())
            : [];

    private static JsonObject Call(string hook, JsonObject[] drafts) => new()
    {
        ["hook"] = hook,
        ["hookInstance"] = "6d1f3a52-1c0b-4c7e-9e0a-7f5f2d9a4b10",
        ["context"] = new JsonObject
        {
            ["userId"] = "Practitioner/haem-7",
            ["patientId"] = "p1",
            ["draftOrders"] = new JsonObject
            {
                ["resourceType"] = "Bundle",
                ["type"] = "collection",
                ["entry"] = new JsonArray([.. drafts.Select(draft => new JsonObject { ["resource"] = draft.DeepClone() })]),
            },
        },
        ["prefetch"] = Prefetch(),
    };

    private static JsonObject Prefetch()
    {
        var prefetch = new JsonObject
        {
            ["patient"] = new JsonObject { ["resourceType"] = "Patient", ["id"] = "p1", ["gender"] = "female", ["birthDate"] = "1958-04-09" },
            ["conditions"] = HookRequests.Bundle(Condition("109989006", "Multiple myeloma")),
        };
        foreach (string key in SearchKeys) prefetch[key] = HookRequests.Bundle();
        return prefetch;
    }

    private static JsonObject Condition(string snomed, string text) => new()
    {
        ["resourceType"] = "Condition",
        ["id"] = "c" + snomed,
        ["clinicalStatus"] = Coded("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"),
        ["verificationStatus"] = Coded("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed"),
        ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://snomed.info/sct", ["code"] = snomed }), ["text"] = text },
        ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
        ["onsetDateTime"] = "2026-01-20",
    };

    private static JsonObject Coded(string system, string code) => new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };

    public static JsonObject Adding(this JsonObject request, string key, JsonObject resource)
    {
        request["prefetch"]![key]!["entry"]!.AsArray().Add(new JsonObject { ["resource"] = resource });
        return request;
    }
}
