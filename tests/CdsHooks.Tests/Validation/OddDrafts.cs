using System.Text.Json.Nodes;

namespace Cds.CdsHooks.Tests.Validation;

/// <summary>Drafts as order forms really send them: members put over a plain draft, by what is odd about them.</summary>
internal static class OddDrafts
{
    private const string Gram = "{\"value\":1,\"unit\":\"g\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"g\"}";
    private const string Daily = "\"timing\":{\"repeat\":{\"frequency\":1,\"period\":1,\"periodUnit\":\"d\"}}";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["two instructions"] = $"{{\"dosageInstruction\":[{{\"sequence\":1,{Daily},\"doseAndRate\":[{{\"doseQuantity\":{Gram}}}]}},{{\"sequence\":2,{Daily},\"doseAndRate\":[{{\"doseQuantity\":{Gram}}}]}}]}}",
        ["a range"] = $"{{\"dosageInstruction\":[{{{Daily},\"doseAndRate\":[{{\"doseRange\":{{\"low\":{Gram},\"high\":{Gram}}}}}]}}]}}",
        ["a rate beside the dose"] = $"{{\"dosageInstruction\":[{{{Daily},\"doseAndRate\":[{{\"doseQuantity\":{Gram},\"rateQuantity\":{{\"value\":100,\"unit\":\"mL/h\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mL/h\"}}}}]}}]}}",
        ["a unit without a code"] = $"{{\"dosageInstruction\":[{{{Daily},\"doseAndRate\":[{{\"doseQuantity\":{{\"value\":900,\"unit\":\"mg\"}}}}]}}]}}",
        ["capsules"] = $"{{\"dosageInstruction\":[{{{Daily},\"doseAndRate\":[{{\"doseQuantity\":{{\"value\":40,\"unit\":\"カプセル\"}}}}]}}]}}",
        ["per area"] = $"{{\"dosageInstruction\":[{{{Daily},\"doseAndRate\":[{{\"doseQuantity\":{{\"value\":500,\"unit\":\"mg/m2\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mg/m2\"}}}}]}}]}}",
        ["as needed"] = $"{{\"dosageInstruction\":[{{\"asNeededBoolean\":true,{Daily},\"maxDosePerPeriod\":{{\"numerator\":{Gram},\"denominator\":{{\"value\":1,\"unit\":\"d\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"d\"}}}},\"doseAndRate\":[{{\"doseQuantity\":{Gram}}}]}}]}}",
        ["text only"] = "{\"dosageInstruction\":[{\"text\":\"900 mg 1日1回 朝食後\"}]}",
        ["no instruction"] = "{\"dosageInstruction\":null}",
        ["days and times"] = $"{{\"dosageInstruction\":[{{\"timing\":{{\"event\":[\"2026-11-21\"],\"repeat\":{{\"boundsPeriod\":{{\"start\":\"2026-11-21\"}},\"dayOfWeek\":[\"mon\",\"thu\"],\"timeOfDay\":[\"08:00:00\"]}}}},\"doseAndRate\":[{{\"doseQuantity\":{Gram}}}]}}]}}",
        ["a contained product"] = "{\"contained\":[{\"resourceType\":\"Medication\",\"id\":\"m\",\"code\":{\"text\":\"§\"}}],\"medicationCodeableConcept\":null,\"medicationReference\":{\"reference\":\"#m\"}}",
        ["supply and refills"] = "{\"dispenseRequest\":{\"numberOfRepeatsAllowed\":3,\"quantity\":{\"value\":84,\"unit\":\"錠\"},\"expectedSupplyDuration\":{\"value\":84,\"unit\":\"days\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"d\"}}}",
        ["narrative and extensions"] = "{\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">1 g</div>\"},\"extension\":[{\"url\":\"https://ehr.example.org/x\",\"valueString\":\"y\"}],\"_priority\":{\"extension\":[{\"url\":\"https://ehr.example.org/x\",\"valueString\":\"y\"}]}}",
        ["no status and no intent"] = "{\"status\":null,\"intent\":null}",
        ["a status in capitals"] = "{\"status\":\"Draft\",\"intent\":\"Order\"}",
        ["members nobody knows"] = "{\"orderSet\":{\"name\":\"x\"},\"priority\":\"asap!\",\"note\":[{\"text\":\"\"}]}",
        ["lists where one is due"] = "{\"status\":[\"draft\"],\"encounter\":[{\"reference\":\"Encounter/1\"}]}",
        ["one where a list is due"] = $"{{\"dosageInstruction\":{{{Daily},\"doseAndRate\":{{\"doseQuantity\":{Gram}}}}}}}",
        ["numbers as texts"] = $"{{\"dosageInstruction\":[{{\"sequence\":\"1\",{Daily},\"doseAndRate\":[{{\"doseQuantity\":{{\"value\":\"900\",\"unit\":\"mg\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mg\"}}}}]}}]}}",
        ["the shape of R5"] = "{\"medicationCodeableConcept\":null,\"medication\":{\"concept\":{\"text\":\"§\"}},\"reason\":[{\"concept\":{\"text\":\"myeloma\"}}]}",
        ["the shape of STU3"] = $"{{\"requester\":{{\"agent\":{{\"reference\":\"Practitioner/1\"}}}},\"context\":{{\"reference\":\"Encounter/1\"}},\"dosageInstruction\":[{{{Daily},\"doseQuantity\":{Gram}}}]}}",
        ["nulls"] = "{\"note\":[null],\"category\":[null],\"reasonCode\":null,\"authoredOn\":\"\"}",
        ["a date that is none"] = "{\"authoredOn\":\"20.11.2026\"}",
        ["an id that is none"] = "{\"id\":\"draft 1/ä\"}",
        ["no id"] = "{\"id\":null}",
    };

    /// <summary>The draft with the odd members put over; § is the drug's name.</summary>
    public static JsonObject Over(JsonObject draft, string odd, string drug)
    {
        foreach ((string name, JsonNode? value) in JsonNode.Parse(All[odd].Replace("§", drug, StringComparison.Ordinal))!.AsObject())
        {
            draft.Remove(name);
            if (value is not null || odd == "nulls") draft[name] = value?.DeepClone();
        }

        return draft;
    }
}
