using System.Text.Json;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>What laboratories write about FISH panels, sent as results and reports and read to facts (<c>fish.csv</c>, and our own of the same kinds).</summary>
public sealed class FishFieldTests
{
    private const string Panel = "62367-8";

    private static readonly string[] Abnormalities = ["t-4-14", "t-14-16", "t-14-20", "t-11-14", "del-17p", "gain-1q", "del-13q", "del-1p"];

    public static TheoryData<string> Shared => FieldTable.Ids("fish.csv");

    public static TheoryData<string> Own => FieldTable.Ids("own-fish.csv");

    [Theory]
    [MemberData(nameof(Shared))]
    public void A_shared_text_says_of_each_abnormality_what_a_reader_would_say(string id) => Holds(FieldTable.Row("fish.csv", id));

    [Theory]
    [MemberData(nameof(Own))]
    public void A_text_says_of_each_abnormality_what_a_reader_would_say(string id) => Holds(FieldTable.Row("own-fish.csv", id));

    /// <summary>What the result of a panel says of an abnormality.</summary>
    internal static string InPanel(string abnormality, string text) => Said(Reading.Facts(Sent(Panel, JsonSerializer.Serialize(text))), abnormality);

    private static void Holds(FieldRow row)
    {
        PatientFacts facts = Reading.Facts(Sent(row["carrier"], JsonSerializer.Serialize(row["text"])));
        ILookup<string, string> expected = row["expected"].Split('|', ';').Select(e => e.Split('=')).ToLookup(e => e[0], e => e[1]);
        foreach (string abnormality in Abnormalities)
        {
            string[] allowed = expected.Contains(abnormality) ? [.. expected[abnormality]] : ["unknown"];
            string said = Said(facts, abnormality);
            Assert.True(allowed.Contains(said), $"{row["id"]} {row["text"]}: {abnormality} is {said}, not {string.Join('|', allowed)}");
        }

        FieldNotes.Hold(row, facts);
    }

    private static string Sent(string carrier, string text)
    {
        if (carrier == "DiagnosticReport.conclusion")
            return $$"""{"resourceType":"DiagnosticReport","id":"x","status":"final","code":{{Fhir.Concept(Fhir.Loinc, Panel)}},"subject":{"reference":"Patient/p1"},"effectiveDateTime":"2026-11-02","conclusion":{{text}}}""";
        string code = Abnormalities.Contains(carrier) ? Fhir.Concept(Fhir.FactSystem, carrier) : Fhir.Concept(Fhir.Loinc, carrier);
        return Fhir.Observation(code, $"\"valueString\":{text}", "x");
    }

    private static string Said(PatientFacts facts, string abnormality) => facts.Observations.SingleOrDefault(o => o.FactId == abnormality)?.Value is PresenceValue presence
        ? presence.Present ? "present" : "absent"
        : "unknown";
}
