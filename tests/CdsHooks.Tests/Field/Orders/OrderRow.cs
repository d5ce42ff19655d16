using System.Globalization;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Samples;
using Cds.CdsHooks.Tests.Services.Orders;

namespace Cds.CdsHooks.Tests.Field.Orders;

/// <summary>One row of a table of orders, as the request that it stands for.</summary>
internal sealed record OrderRow(IReadOnlyDictionary<string, string> Columns)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "CdsHooks.Tests", "Field", "Orders");

    public string Id => Columns["id"];

    public string Expected => Columns["expected"];

    public string Text => Columns["text"];

    public string Creatinine => Columns["creatinine"];

    public string Code => Columns["code"];

    /// <summary>Milligrams of one piece; null where the row gives none.</summary>
    public decimal? Strength => Columns["strength"] is { Length: > 0 } strength ? decimal.Parse(strength, CultureInfo.InvariantCulture) : null;

    public static IReadOnlyList<OrderRow> Read(string name)
    {
        string[][] lines = [.. File.ReadAllLines(Path.Combine(Folder, name + ".csv")).Where(line => line.Length > 0).Select(line => line.Split(','))];
        return [.. lines.Skip(1).Select(fields => new OrderRow(lines[0].Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second)))];
    }

    /// <summary>The request of order-sign, or of order-select with the draft picked.</summary>
    public JsonObject Request(bool select) => RequestOf(Draft(), Creatinine, select);

    /// <summary>The request for a draft of the patient of the tables.</summary>
    public static JsonObject RequestOf(JsonObject draft, string creatinine, bool select)
    {
        JsonObject request = select ? OrderRequests.Selecting(draft) : OrderRequests.Signing(draft);
        request["prefetch"]!["patient"]!["gender"] = "male";
        request["prefetch"]!["patient"]!["birthDate"] = "1970-05-02";
        return request
            .Observed("weight", OrderRequests.Quantity(66, "kg"))
            .Observed("creatinine", OrderRequests.Quantity(decimal.Parse(creatinine, CultureInfo.InvariantCulture), "mg/dL"))
            .Taking(OrderRequests.Aspirin("runs-aspirin")).Taking(OrderRequests.Acyclovir("runs-acyclovir"));
    }

    private JsonObject Draft()
    {
        var concept = new JsonObject();
        if (Code.Length > 0) concept["coding"] = new JsonArray(new JsonObject { ["system"] = Uri(Columns["system"]), ["code"] = Code });
        if (Text.Length > 0) concept["text"] = Text;
        var quantity = new JsonObject { ["value"] = decimal.Parse(Columns["value"], CultureInfo.InvariantCulture) };
        if (Columns["unit"].Length > 0) quantity["unit"] = Columns["unit"];
        if (Columns["ucum"].Length > 0) (quantity["system"], quantity["code"]) = ("http://unitsofmeasure.org", Columns["ucum"]);
        return new JsonObject
        {
            ["resourceType"] = "MedicationRequest",
            ["id"] = "draft-1",
            ["status"] = "draft",
            ["intent"] = "order",
            ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
            ["authoredOn"] = "2026-11-20",
            ["medicationCodeableConcept"] = concept,
            ["dosageInstruction"] = new JsonArray(new JsonObject
            {
                ["timing"] = new JsonObject { ["repeat"] = new JsonObject { ["frequency"] = 1, ["period"] = decimal.Parse(Columns["every"], CultureInfo.InvariantCulture), ["periodUnit"] = "d" } },
                ["doseAndRate"] = new JsonArray(new JsonObject { ["doseQuantity"] = quantity }),
            }),
        };
    }

    private static string Uri(string system) => system switch
    {
        "RxNorm" => "http://www.nlm.nih.gov/research/umls/rxnorm",
        "ATC" => "http://www.whocc.no/atc",
        "YJ" => "http://capstandard.jp/iyaku.info/CodeSystem/YJ-code",
        "HOT9" => "http://medis.or.jp/CodeSystem/master-HOT9",
        "NDC" => "http://hl7.org/fhir/sid/ndc",
        "LOCAL" => "https://hospital.example.jp/codes",
        _ => throw new ArgumentOutOfRangeException(nameof(system), system, "Add the system to OrderRow."),
    };
}
