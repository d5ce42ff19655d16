using System.Text.Json.Nodes;
using Cds.FhirMapping.Terminology;

namespace Cds.FhirMapping.Tests.Relations;

/// <summary>The same things in the codes of another hospital.</summary>
internal static class CodeRelations
{
    private const string Fact = "https://myeloma-cds.example.org/fhir/CodeSystem/fact";

    public static IEnumerable<Relation> All =>
    [
        Relation.Same("a code of the hospital's own before each code", record => record.With(null, resource => Concepts(resource, concept =>
        {
            if (concept["coding"] is JsonArray { Count: > 0 } codings) codings.Insert(0, new JsonObject { ["system"] = "https://hospital.example.jp/codes", ["code"] = "A-1" });
        }))),
        Relation.Same("codes with version, display and userSelected", record => record.With("Observation", resource => Concepts(resource, concept =>
        {
            foreach (JsonObject coding in (concept["coding"] as JsonArray ?? []).OfType<JsonObject>())
            {
                coding["version"] = "2.77";
                coding["userSelected"] = false;
            }
        }))),
        Relation.Same("drugs by ATC where it names one drug", record => Drugs(record, CodeSystemId.Atc)),
        Relation.Same("drugs by YJ where there is a code", record => Drugs(record, CodeSystemId.Yj)),
        Relation.Same("drugs by their English name", record => Named(record, title => title.En)),
        Relation.Same("drugs by their Japanese name", record => Named(record, title => title.Ja)),
        Relation.Same("laboratory results by JLAC10", record => Laboratory(record, id => Reading.Codes.LaboratoryOrderCode(id) is { } code ? (CodeSystemUris.Jlac10, code) : null)),
        Relation.Same("results by the ids of the facts", record => Laboratory(record, id => (Fact, id))),
        Relation.Same("diseases by ICD-10 where it says as much", record => Conditions(record, CodeSystemId.Icd10)),
    ];

    /// <summary>Another code of each drug that stands for it and for nothing else; products keep theirs, since another code has no strength.</summary>
    private static Record Drugs(Record record, CodeSystemId system) => Recoded(record, (concept, id) =>
    {
        if (Reading.Codes.CodesFor(TargetKind.Drug, id).FirstOrDefault(code => code.System == system) is not { } other) return;
        concept["coding"] = new JsonArray(new JsonObject { ["system"] = other.Uri, ["code"] = other.Code });
        concept.Remove("text");
    });

    private static Record Named(Record record, Func<Knowledge.Values.LocalizedText, string> name) => Recoded(record, (concept, id) =>
    {
        concept.Remove("coding");
        concept["text"] = name(Reading.Knowledge.Drugs[id].Title);
    });

    private static Record Recoded(Record record, Action<JsonObject, string> change) => record.With(null, resource =>
    {
        if (resource["medicationCodeableConcept"] is not JsonObject concept || concept["coding"] is not JsonArray { Count: 1 } codings || codings[0] is not JsonObject coding) return;
        string[] drugs = [.. Targets(coding, TargetKind.Drug)];
        // A product says more than its ingredient: strength, form, sometimes a second drug.
        if (drugs is [var only] && Reading.Codes.CodesFor(TargetKind.Drug, only).Any(code => code.Uri == Text(coding, "system") && code.Code == Text(coding, "code"))) change(concept, only);
    });

    private static Record Laboratory(Record record, Func<string, (string System, string Code)?> code) => record.With("Observation", resource =>
    {
        if (resource["code"]?["coding"] is not JsonArray { Count: 1 } codings || codings[0] is not JsonObject coding || Text(coding, "system") != "http://loinc.org" || resource["component"] is not null) return;
        if (resource["valueQuantity"] is null || Targets(coding, TargetKind.Fact) is not [var fact] || code(fact) is not { } other) return;
        resource["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = other.System, ["code"] = other.Code }) };
    });

    private static Record Conditions(Record record, CodeSystemId system) => record.With("Condition", resource =>
    {
        if (resource["code"] is not JsonObject concept || concept["coding"] is not JsonArray { Count: 1 } codings || codings[0] is not JsonObject coding) return;
        if (Targets(coding, TargetKind.Condition) is not [var condition]) return;
        if (Reading.Codes.CodesFor(TargetKind.Condition, condition).FirstOrDefault(code => code.System == system) is not { } other) return;
        var recoded = new JsonObject { ["system"] = other.Uri, ["code"] = other.Code };
        if (Targets(recoded, TargetKind.Condition) is [var same] && same == condition) concept["coding"] = new JsonArray(recoded);
    });

    private static string[] Targets(JsonObject coding, TargetKind kind) => Text(coding, "system") is { } system && Text(coding, "code") is { } code && CodeInSystem.Of(new Hl7.Fhir.Model.Coding(system, code)) is { } known
        ? [.. Reading.Codes.Find(known, (Hl7.Fhir.Model.CodeableConcept?)null).Where(target => target.Kind == kind).Select(target => target.Id)]
        : [];

    private static string? Text(JsonObject element, string member) => element[member]?.GetValue<string>();

    private static void Concepts(JsonObject resource, Action<JsonObject> change)
    {
        foreach (string member in new[] { "code", "medicationCodeableConcept", "valueCodeableConcept" })
        {
            if (resource[member] is JsonObject concept) change(concept);
        }
    }
}
