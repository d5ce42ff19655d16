using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cds.FhirMapping.Reading;

/// <summary>
/// Brings what FHIR R5 and STU3 write differently to the form of R4 before it is read: the medication of drug records, their time, adherence, doses, and a
/// few more. Only what can be said in R4 without loss of meaning is moved; everything else stays and is reported as unknown.
/// </summary>
internal static class OtherReleases
{
    private static readonly string[] DrugRecords = ["MedicationRequest", "MedicationStatement", "MedicationUsage", "MedicationAdministration", "MedicationDispense"];

    private static readonly string[] Moments = ["DateTime", "Period"];

    /// <summary>Members of DSTU2 and STU3 that deny nothing with this value; with any other they are left, and take the record out.</summary>
    private static readonly (string Type, string Member, string Value)[] DeniesNothing =
    [
        ("MedicationStatement", "taken", "\"y\""), ("MedicationStatement", "wasNotTaken", "false"), ("MedicationAdministration", "notGiven", "false"),
        ("MedicationAdministration", "wasNotGiven", "false"), ("MedicationDispense", "notDone", "false"), ("Procedure", "notDone", "false"), ("Procedure", "notPerformed", "false"),
    ];

    /// <summary>The resource in the form of R4; null when there is nothing to bring over.</summary>
    public static byte[]? ToR4(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256, AllowDuplicateProperties = false });
            if (!MayDiffer(document.RootElement)) return null;
            return JsonObject.Create(document.RootElement) is { } resource && Adapt(resource) ? JsonSerializer.SerializeToUtf8Bytes(resource) : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Repeated members, or half surrogate pairs: what is meant cannot be told; Firely reports them.
            return null;
        }
    }

    private static bool MayDiffer(JsonElement resource) =>
        resource.ValueKind == JsonValueKind.Object && resource.TryGetProperty("resourceType", out JsonElement type) && type.ValueKind == JsonValueKind.String
        && (DrugRecords.Contains(type.GetString()) || type.ValueEquals("Medication") || type.ValueEquals("Procedure") || type.ValueEquals("Condition") || type.ValueEquals("ConceptMap"));

    private static bool Adapt(JsonObject resource)
    {
        string type = resource["resourceType"]!.GetValue<string>();
        bool changed = false;
        foreach (JsonObject contained in Objects(resource["contained"]))
        {
            if (contained["resourceType"] is JsonValue own && own.TryGetValue(out string? name) && name == "Medication") changed |= Ingredients(contained);
        }

        foreach ((_, string member, string value) in DeniesNothing.Where(row => row.Type == type)) changed |= resource[member]?.ToJsonString() == value && resource.Remove(member);

        switch (type)
        {
            case "MedicationUsage":
                resource["resourceType"] = "MedicationStatement";
                return DrugRecord(resource, "MedicationStatement") | true;
            case "Medication":
                return changed | Ingredients(resource);
            case "Procedure":
                return changed | Moved(resource, "occurrence", "performed") | Category(resource);
            case "ConceptMap":
                return Relationships(resource);
            case "Condition":
                return changed | Renamed(resource, "assertedDate", "recordedDate");
            default:
                return changed | DrugRecord(resource, type);
        }
    }

    private static bool DrugRecord(JsonObject resource, string type)
    {
        bool changed = Drug(resource, "medication", "medicationCodeableConcept", "medicationReference");
        if (type == "MedicationAdministration") changed |= Moved(resource, "occurrence", "effective") | Moved(resource, "occurence", "effective");
        if (type == "MedicationStatement") changed |= Adherence(resource);
        foreach (JsonObject dosage in Objects(resource[type is "MedicationStatement" or "MedicationAdministration" ? "dosage" : "dosageInstruction"]))
            changed |= type != "MedicationAdministration" && Dose(dosage);
        return changed;
    }

    /// <summary>A CodeableReference of R5: its concept, else its reference. Some senders leave out the suffix of the choice altogether.</summary>
    private static bool Drug(JsonObject holder, string from, string concept, string reference)
    {
        if (holder[from] is not JsonObject drug || holder.ContainsKey(concept) || holder.ContainsKey(reference)) return false;
        (string target, JsonNode? value) = drug switch
        {
            _ when drug["concept"] is JsonObject { Count: > 0 } coded => (concept, coded),
            _ when drug["reference"] is JsonObject pointed => (reference, pointed),
            _ when drug["reference"] is JsonValue => (reference, drug),
            _ when drug.ContainsKey("coding") || drug.ContainsKey("text") => (concept, drug),
            _ => ("", (JsonNode?)null),
        };
        if (value is null) return false;
        holder.Remove(from);
        holder[target] = value.DeepClone();
        return true;
    }

    private static bool Ingredients(JsonObject medication)
    {
        bool changed = false;
        foreach (JsonObject ingredient in Objects(medication["ingredient"])) changed |= Drug(ingredient, "item", "itemCodeableConcept", "itemReference");
        return changed;
    }

    private static bool Moved(JsonObject resource, string from, string to)
    {
        bool changed = false;
        foreach (string moment in Moments) changed |= Renamed(resource, from + moment, to + moment);
        return changed;
    }

    private static bool Renamed(JsonObject resource, string from, string to)
    {
        if (!resource.ContainsKey(from) || resource.ContainsKey(to)) return false;
        JsonNode? value = resource[from];
        resource.Remove(from);
        resource[to] = value?.DeepClone();
        return true;
    }

    /// <summary>What R4 calls equivalence.</summary>
    private static bool Relationships(JsonObject map)
    {
        bool changed = false;
        foreach (JsonObject target in Objects(map["group"]).SelectMany(g => Objects(g["element"])).SelectMany(e => Objects(e["target"])))
        {
            if (target.ContainsKey("equivalence") || target["relationship"] is not JsonValue value || !value.TryGetValue(out string? said)) continue;
            target.Remove("relationship");
            target["equivalence"] = said switch
            {
                "equivalent" => "equivalent",
                "source-is-narrower-than-target" => "wider",
                "source-is-broader-than-target" => "narrower",
                "not-related-to" => "unmatched",
                _ => "relatedto",
            };
            changed = true;
        }

        return changed;
    }

    /// <summary>R5 allows several categories; their codings say the same as one concept with all of them.</summary>
    private static bool Category(JsonObject procedure)
    {
        if (procedure["category"] is not JsonArray { Count: > 0 } several || !several.All(c => c is JsonObject)) return false;
        JsonNode[] codings = [.. several.SelectMany(c => c!["coding"] as JsonArray ?? []).OfType<JsonNode>().Select(c => c.DeepClone())];
        procedure["category"] = codings.Length > 0 ? new JsonObject { ["coding"] = new JsonArray(codings) } : several[0]!.DeepClone();
        return true;
    }

    /// <summary>R5 records only that there is a statement; whether the drug is taken is its adherence.</summary>
    private static bool Adherence(JsonObject statement)
    {
        if (statement["status"] is not JsonValue status || !status.TryGetValue(out string? said) || said != "recorded") return false;
        string? code = null;
        if (statement["adherence"] is { } adherence)
        {
            code = ((adherence as JsonObject)?["code"] as JsonObject)?["coding"] is JsonArray { Count: > 0 } codings && codings[0] is JsonObject coding
                && coding["code"] is JsonValue value && value.TryGetValue(out string? text) ? text : "";
        }

        string? r4 = code switch
        {
            null or "taking" or "taking-as-directed" or "taking-not-as-directed" => "active",
            "on-hold" or "on-hold-as-directed" or "on-hold-not-as-directed" => "on-hold",
            "stopped" or "stopped-as-directed" or "stopped-not-as-directed" => "stopped",
            "not-taking" => "not-taken",
            "unknown" => "unknown",
            _ => null,
        };
        if (r4 is null) return false;
        statement["status"] = r4;
        statement.Remove("adherence");
        return true;
    }

    private static bool Dose(JsonObject dosage)
    {
        bool changed = dosage["asNeeded"] is JsonValue && Renamed(dosage, "asNeeded", "asNeededBoolean");
        foreach (string dose in (string[])["doseQuantity", "doseRange"])
        {
            // STU3 has the dose in the dosage itself.
            if (dosage[dose] is not JsonObject amount || dosage.ContainsKey("doseAndRate")) continue;
            dosage.Remove(dose);
            dosage["doseAndRate"] = new JsonArray(new JsonObject { [dose] = amount.DeepClone() });
            changed = true;
        }

        return changed;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => list switch
    {
        JsonArray several => several.OfType<JsonObject>().ToArray(),
        JsonObject one => [one],
        _ => [],
    };
}
