using System.Text;
using System.Text.Json;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Tests.Robustness;
using Cds.FhirValidation;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Utility;
using Hl7.Fhir.Validation;

namespace Cds.FhirMapping.Tests.Lane;

/// <summary>
/// The fast lane against Firely's own reading: for every example of the specification, of mCODE and of this project, and for mutations of them, both give
/// the same objects, or the lane declines. It takes everything that is plain FHIR JSON.
/// </summary>
public sealed class FastLaneTests
{
    /// <summary>What the lane leaves to the readers, so that Firely's complaint is no reason to decline.</summary>
    private static readonly string[] OfTexts =
    [
        CodedValidationException.LITERAL_INVALID_CODE, CodedValidationException.INVALID_CODED_VALUE_CODE, CodedValidationException.MANDATORY_ELEMENT_MUST_BE_PRESENT_CODE,
        CodedValidationException.NARRATIVE_XML_IS_MALFORMED_CODE, CodedValidationException.NARRATIVE_XML_IS_INVALID_CODE, CodedValidationException.INVALID_STRING_LENGTH_CODE,
        CodedValidationException.INVALID_BASE64_VALUE_CODE, CodedValidationException.POSITIVE_INT_MUST_BE_POSITIVE_CODE, CodedValidationException.UNSIGNED_INT_MUST_NOT_BE_NEGATIVE_CODE,
        CodedValidationException.CONTAINED_RESOURCES_CANNOT_BE_NESTED_CODE, CodedValidationException.INCORRECT_CARDINALITY_MIN_CODE, CodedValidationException.INCORRECT_CARDINALITY_MAX_CODE,
    ];

    private static readonly FhirJsonDeserializer Firely = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

    [Fact]
    public void Whatever_the_lane_takes_is_what_Firely_reads_and_it_takes_all_plain_FHIR_JSON()
    {
        var lane = new FastLane(PocoShapes.Whole);
        int taken = 0;
        int plain = 0;
        var wrong = new List<string>();
        foreach (FhirExample example in FhirExamples.All())
        {
            bool isPlain = IsPlain(example.Json.Span);
            (Outcome outcome, string? fault) = Compare(lane, example.Json.Span);
            if (fault is not null) wrong.Add($"{example.Name}: {fault}");
            if (outcome == Outcome.Taken) taken++;
            if (!isPlain) continue;
            plain++;
            if (outcome == Outcome.Declined) wrong.Add($"{example.Name}: plain FHIR JSON was declined");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
        Assert.True(taken >= plain && plain > 4000, $"{taken} of {plain} plain documents");
    }

    [Theory]
    [InlineData("new-eligible.json", 20261129)]
    [InlineData("mixed-dialects.json", 20261130)]
    [InlineData("poems-met.json", 20261201)]
    [InlineData("japanese-local-codes.json", 20261202)]
    public void Mutations_are_read_alike_or_declined(string file, int seed)
    {
        byte[] good = Encoding.UTF8.GetBytes(Tests.Reading.File(file));
        var mutator = new JsonMutator(seed);
        var lane = new FastLane(PocoShapes.Whole);
        int compared = 0;
        int taken = 0;
        for (int i = 0; i < 400; i++)
        {
            foreach (byte[] resource in ResourcesOf(mutator.Mutate(good)))
            {
                (Outcome outcome, string? fault) = Compare(lane, resource);
                Assert.True(fault is null, $"mutation {i}: {fault}\n{Encoding.UTF8.GetString(resource)}");
                compared++;
                if (outcome == Outcome.Taken) taken++;
            }
        }

        Assert.True(compared > 500 && taken > compared / 2, $"{taken} of {compared}");
    }

    [Theory]
    [InlineData("""{"resourceType":"Observation","status":"final","status":"final","code":{"text":"x"}}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueString":"a","valueInteger":1}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"foo":1}""")]
    [InlineData("""{"resourceType":"Observation","status":["final"],"code":{"text":"x"}}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":""}}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"component":[]}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"component":[null]}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"note":null}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","_status":{"id":"a"},"code":{"text":"x"}}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":"1"}}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":1e40}}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueInteger":1.5}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"implicitRules":"http://x"}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"modifierExtension":[{"url":"http://x","valueBoolean":true}]}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{}}""")]
    [InlineData("""{"resourceType":"Observation"}""")]
    [InlineData("""{"resourceType":"observation","status":"final"}""")]
    [InlineData("""{"resourceType":"DomainResource","id":"a"}""")]
    [InlineData("""{"status":"final"}""")]
    [InlineData("""{"resourceType":7}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"\ud800"}}""")]
    [InlineData("""{"resourceType":"Observation","stat\u0075s":"final"}""")]
    public void What_is_not_plain_is_declined_in_both_widths(string json)
    {
        Assert.Null(Take(PocoShapes.Whole, json));
        Assert.Null(Take(PocoShapes.ReadOnly, json));
    }

    [Fact]
    public void The_type_may_come_last_and_a_resource_may_hold_others()
    {
        Observation observation = Assert.IsType<Observation>(Take(PocoShapes.Whole,
            """{"contained":[{"id":"m","resourceType":"Medication"}],"status":"final","code":{"coding":[{"system":"s","code":"c"}]},"valueQuantity":{"value":4.10},"resourceType":"Observation"}"""));
        Assert.Equal("m", Assert.IsType<Medication>(Assert.Single(observation.Contained)).Id);
        Assert.Equal("4.10", Assert.IsType<Quantity>(observation.Value).Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Members_that_nobody_reads_are_passed_over_in_the_narrow_width()
    {
        Observation observation = Assert.IsType<Observation>(Take(PocoShapes.ReadOnly,
            """{"resourceType":"Observation","id":"o","status":"final","code":{"text":"x"},"note":[{"text":"n"}],"category":[{"text":"c"}],"text":{"status":"generated","div":"<div/>"}}"""));
        Assert.Equal(("o", 0, 0), (observation.Id, observation.Note.Count, observation.Category.Count));
        Assert.Null(observation.Text);
    }

    private static Resource? Take(PocoShapes shapes, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        return reader.Read() ? new FastLane(shapes).TryRead(ref reader) : null;
    }

    private static (Outcome Outcome, string? Fault) Compare(FastLane lane, ReadOnlySpan<byte> json)
    {
        var fast = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
        Resource? taken = fast.Read() && fast.TokenType == JsonTokenType.StartObject ? lane.TryRead(ref fast) : null;
        if (taken is null) return (Outcome.Declined, null);
        var strict = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
        Firely.TryDeserializeResource(ref strict, out Resource? read, out IEnumerable<CodedException> issues);
        if (issues.FirstOrDefault(issue => !OfTexts.Contains(issue.ErrorCode)) is { } issue) return (Outcome.Taken, $"taken although Firely says {issue.ErrorCode} {issue.Message}");
        return (Outcome.Taken, taken.IsExactly(read!) ? null : "read otherwise than by Firely");
    }

    /// <summary>Whether a document has none of the reasons for which the lane declines: Firely has no issue, and there are no modifiers, no empty texts and no extensions of primitives.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> json)
    {
        var walk = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
        while (walk.Read())
        {
            if (walk.TokenType == JsonTokenType.String && walk.ValueSpan.IsEmpty) return false;
            if (walk.TokenType != JsonTokenType.PropertyName) continue;
            if (walk.ValueSpan is [(byte)'_', ..] || walk.ValueTextEquals("modifierExtension"u8) || walk.ValueTextEquals("implicitRules"u8)) return false;
        }

        var strict = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
        try
        {
            return Firely.TryDeserializeResource(ref strict, out _, out IEnumerable<CodedException> issues) || issues.All(issue => OfTexts.Contains(issue.ErrorCode));
        }
        catch (CodedException)
        {
            return false;
        }
    }

    private static IEnumerable<byte[]> ResourcesOf(byte[] bundle)
    {
        // The door lets only UTF-8 in.
        if (!System.Text.Unicode.Utf8.IsValid(bundle)) yield break;
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bundle);
        }
        catch (JsonException)
        {
            yield break;
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("entry", out JsonElement entries) || entries.ValueKind != JsonValueKind.Array) yield break;
            foreach (JsonElement entry in entries.EnumerateArray())
            {
                if (entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("resource", out JsonElement resource) && resource.ValueKind == JsonValueKind.Object)
                    yield return System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(resource).ToArray();
            }
        }
    }

    private enum Outcome
    {
        Declined,
        Taken,
    }
}
