using System.Text;
using System.Text.Json;
using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Cds.FhirMapping.Tests;

/// <summary>Reads resources of a synthetic patient p1 the way the service does: embedded knowledge, embedded value sets, Japanese time.</summary>
internal static class Reading
{
    public const string Patient = """{"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1970-03-02"}""";

    public static KnowledgeBase Knowledge { get; } = KnowledgeBaseReader.ReadEmbedded();

    public static CodeMap Codes { get; } = CodeMap.ReadEmbedded();

    public static TimeZoneInfo Tokyo { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    public static PatientFactsReader Reader { get; } = new(Knowledge, Codes, Tokyo);

    public static FhirDateTimeReader Dates { get; } = new(Tokyo);

    /// <summary>Facts of p1 with the given resources.</summary>
    public static PatientFacts Facts(params string[] resources) => Of([Patient, .. resources]).Facts!;

    /// <summary>What reading a bundle of the given resources gives.</summary>
    public static PatientFactsReading Of(params string[] resources) => OfBundle(Bundle(resources));

    public static PatientFactsReading OfBundle(string json) => Reader.ReadBundle(Encoding.UTF8.GetBytes(json));

    public static string Bundle(params string[] resources) =>
        $$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(",", resources.Select(r => $$"""{"resource":{{r}}}"""))}}]}""";

    public static string File(string name) => System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Bundles", name));

    /// <summary>A data type from its JSON, whatever Firely says of it.</summary>
    public static T Value<T>(string json)
        where T : Base
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        new FhirJsonDeserializer().TryDeserializeObject(typeof(T), ref reader, out Base? value, out _);
        return (T)value!;
    }

    /// <summary>A resource that stands alone, without faults.</summary>
    public static T Resource<T>(string json)
        where T : Resource
    {
        ResourceReading reading = SingleResource.Read(Encoding.UTF8.GetBytes(json));
        Assert.Empty(reading.Faults);
        return Assert.IsType<T>(reading.Resource);
    }

    public static Coding Coding(string system, string code, string? display = null) => new(system, code, display);

    public static CodeableConcept Concept(string system, string code, string? text = null) => new() { Coding = [Coding(system, code)], Text = text };

    /// <summary>The one observed value of a fact.</summary>
    public static ObservedFact The(this PatientFacts facts, string factId) => Assert.Single(facts.Observations, o => o.FactId == factId);

    /// <summary>The one observed number of a fact, as a reader writes it.</summary>
    public static string Number(this PatientFacts facts, string factId) => Assert.IsType<QuantityValue>(facts.The(factId).Value).Range.ToString();

    public static bool IsPresent(this PatientFacts facts, string factId) => Assert.IsType<PresenceValue>(facts.The(factId).Value).Present;

    public static string Code(this PatientFacts facts, string factId) => Assert.IsType<CodeValue>(facts.The(factId).Value).Code;

    public static void KnowsNothingOf(this PatientFacts facts, string factId) => Assert.DoesNotContain(facts.Observations, o => o.FactId == factId);

    /// <summary>The one note, which has to hold the given words in English and a Japanese text.</summary>
    public static Note OnlyNote(this PatientFacts facts, string resource, string words)
    {
        Note note = Assert.Single(facts.Notes);
        Assert.Equal(resource, note.Resource);
        Assert.Contains(words, note.Text.En, StringComparison.Ordinal);
        Assert.Matches("[ぁ-んァ-ヶ一-龠]", note.Text.Ja);
        return note;
    }

    public static ClinicalDate Day(int year, int month, int day) => ClinicalDate.OnDay(new DateOnly(year, month, day));
}
