using System.Globalization;
using System.Text.Json;
using Cds.FhirMapping.Numbers;
using Cds.FhirMapping.Ranges;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>Reference ranges as real results have them: the shared field cases, and our own of the same kinds.</summary>
public sealed class RangeFieldTests
{
    private const decimal Age = 56m;

    /// <summary>Structured ranges by age are chosen by <see cref="RangeChoice"/>, which the FHIR reader does not ask yet; their test is in RangeChoiceTests.</summary>
    public static TheoryData<string> Shared => [.. FieldTable.Read("ranges.csv").Where(row => !row["range"].Contains("\"age\"", StringComparison.Ordinal)).Select(row => row["id"])];

    public static TheoryData<string> InWords => [.. FieldTable.Read("ranges.csv").Where(row => Text(row["range"]) is not null).Select(row => row["id"])];

    public static TheoryData<string> Own => FieldTable.Ids("own-ranges.csv");

    [Theory]
    [MemberData(nameof(Shared))]
    public void The_limits_of_a_shared_case_decide_as_expected(string id)
    {
        FieldRow row = FieldTable.Row("ranges.csv", id);
        string range = row["range"].Length > 0 ? $",\"referenceRange\":{row["range"]}" : "";
        string patient = $$"""{"resourceType":"Patient","id":"p1","gender":"{{(row["patient"].Length > 0 ? row["patient"] : "male")}}","birthDate":"1970-03-02"}""";
        PatientFacts facts = Reading.Of(patient, Fhir.Own(row["carrier"], $"\"valueQuantity\":{{\"value\":{row["value"]},\"unit\":\"{row["unit"]}\"}}{range}")).Facts!;
        Assert.Equal(row["expected"], Decision(Reading.Knowledge.Facts[row["carrier"]], Number(row["value"]), facts.The(row["carrier"]).Limits, facts.Sex));
    }

    [Theory]
    [MemberData(nameof(InWords))]
    public void A_shared_range_in_words_is_read_or_said_to_be_unreadable(string id)
    {
        FieldRow row = FieldTable.Row("ranges.csv", id);
        FactDefinition fact = Reading.Knowledge.Facts[row["carrier"]];
        ReferenceTextReading reading = ReferenceText.Read(Text(row["range"]), Sex.Male, Age, NumberContext.Of(fact, Reading.Knowledge.UnitSpellings), [row["unit"]]);
        Assert.Equal(row["note"] == "yes" ? ReferenceTextOutcome.Unreadable : ReferenceTextOutcome.Read, reading.Outcome);
        Assert.Equal(row["expected"], Decision(fact, Number(row["value"]), reading.Outcome == ReferenceTextOutcome.Read ? new ReferenceLimits(reading.Low, reading.High) : null, Sex.Male));
    }

    [Theory]
    [MemberData(nameof(Own))]
    public void A_range_in_words_gives_the_limits_for_the_patient(string id)
    {
        FieldRow row = FieldTable.Row("own-ranges.csv", id);
        Sex sex = row["sex"] switch { "male" => Sex.Male, "female" => Sex.Female, _ => Sex.Unknown };
        decimal? age = row["age"].Length > 0 ? Number(row["age"]) : null;
        FactDefinition fact = Reading.Knowledge.Facts[row["carrier"]];
        ReferenceTextReading reading = ReferenceText.Read(row["text"], sex, age, NumberContext.Of(fact, Reading.Knowledge.UnitSpellings), [fact.Unit!]);
        string said = reading.Outcome == ReferenceTextOutcome.Read ? $"{Number(reading.Low)}..{Number(reading.High)}{(reading.Unit is null ? "" : " " + reading.Unit)}" : reading.Outcome.ToString();
        Assert.Equal($"{id}: {row["expected"]}", $"{id}: {said}");
    }

    /// <summary>What decides, as the README of the field cases has it.</summary>
    private static string Decision(FactDefinition fact, decimal value, ReferenceLimits? sent, Sex sex)
    {
        decimal? Default(DefaultLimit? limit) => sex == Sex.Female ? limit?.Female : limit?.Male;
        decimal high = (sent is null ? Default(fact.UpperLimit) : sent.High) ?? decimal.MaxValue / 4m;
        decimal low = (sent is null ? Default(fact.LowerLimit) : sent.Low) ?? decimal.MinValue / 4m;
        return fact.Id switch
        {
            "ldh" => value > high ? "above" : "within",
            "calcium" => value > high + 1m ? "above" : "within",
            "hemoglobin" => value < low - 2m ? "below" : "within",
            "alt" => value > high * 3m ? "above" : "within",
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Id, "Say what decides for this fact."),
        };
    }

    /// <summary>The text of a range that is nothing but a text.</summary>
    private static string? Text(string json)
    {
        if (json.Length == 0) return null;
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement.ArrayEnumerator ranges = document.RootElement.EnumerateArray();
        return document.RootElement.GetArrayLength() == 1 && ranges.First().TryGetProperty("text", out JsonElement text) ? text.GetString() : null;
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Number(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
