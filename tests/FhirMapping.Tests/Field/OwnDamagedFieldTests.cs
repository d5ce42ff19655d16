using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cds.FhirMapping.Validation;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Utility;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>
/// Damage beyond the shared rows (<c>own-damaged.csv</c>): other releases, duplicate members, ends of the calendar, nested and contained resources. Whatever is
/// sent, no way of reading ends in an exception, and what does not count is named in both languages.
/// </summary>
public sealed partial class OwnDamagedFieldTests
{
    private const string Table = "own-damaged.csv";

    private static readonly Assessor Assessor = new(Reading.Knowledge);

    private static readonly FhirJsonDeserializer Lenient = new(new DeserializerSettings().UsingMode(DeserializationMode.Recoverable));

    public static TheoryData<string> Own => FieldTable.Ids(Table);

    [Theory]
    [MemberData(nameof(Own))]
    public void Damage_lets_a_resource_count_or_is_named_in_a_note(string id)
    {
        FieldRow row = FieldTable.Row(Table, id);
        string bundle = DamagedBundle.Of(row);
        PatientFacts facts = Reading.OfBundle(bundle).Facts!;
        string outcome = FieldResource.Outcome(row["carrier"], facts);
        Assert.True(row["expected"].Split('|').Contains(outcome), $"{id}: {outcome}, not {row["expected"]} ({string.Join(" / ", facts.Notes.Select(n => $"{n.Resource}: {n.Text.En}"))})");
        Note[] notes = [.. facts.Notes.Where(n => n.Resource is not null)];
        bool isAsked = row["note"] == "yes" || (row["note"] != "any" && outcome == FieldResult.NotUsed);
        Assert.True(!isAsked || notes.Length > 0, $"{id}: {outcome} without a note");
        Assert.True(row["note"] != "no" || notes.Length == 0, $"{id}: {(notes.Length > 0 ? notes[0].Text.En : "")}");
        Assert.All(notes, note => Assert.Matches(Japanese(), note.Text.Ja));
    }

    [Theory]
    [MemberData(nameof(Own))]
    public void No_damage_ends_a_reading_an_assessment_or_a_validation_in_an_exception(string id)
    {
        FieldRow row = FieldTable.Row(Table, id);
        byte[] bundle = Encoding.UTF8.GetBytes(DamagedBundle.Of(row));
        PatientFacts facts = Reading.Reader.ReadBundle(bundle, TestContext.Current.CancellationToken).Facts!;
        Assert.NotNull(Assessor.Assess(facts, AsOf.EndOf(new DateOnly(2026, 11, 20))));
        Assert.NotNull(InputIssues.Find(bundle, Language.Japanese));
        if (Parsed(bundle) is not { } parsed) return;
        PatientFactsReading read = Reading.Reader.Read(parsed);
        Assert.True(read.Facts is null != read.Problem is null);
        // Firely itself loses letter case and repeated members; copies it keeps.
        if (row["source"] == "equal ids" && row["expected"] == FieldResult.NotUsed && read.Facts is { } same) Assert.Equal(FieldResult.NotUsed, FieldResource.Outcome(row["carrier"], same));
    }

    /// <summary>The Bundle as another program's lenient parser gives it; null where it gives up.</summary>
    private static Bundle? Parsed(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            Lenient.TryDeserializeResource(ref reader, out Resource? resource, out _);
            return resource as Bundle;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException or OverflowException or ArgumentException or NotSupportedException or CodedException)
        {
            return null;
        }
    }

    [GeneratedRegex("[ぁ-んァ-ヶ一-龠]", RegexOptions.CultureInvariant)]
    private static partial Regex Japanese();
}
