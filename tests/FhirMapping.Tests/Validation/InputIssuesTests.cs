using System.Text;
using Cds.FhirMapping.Tests.Robustness;
using Cds.FhirMapping.Validation;
using Cds.FhirValidation;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Validation;

namespace Cds.FhirMapping.Tests.Validation;

/// <summary>Integrators learn where their bundle is no valid FHIR, whatever they send, and what could not be checked.</summary>
public sealed class InputIssuesTests
{
    private const string Sound = """{"resourceType":"Patient","id":"p1"}""";

    [Fact]
    public void A_sound_bundle_has_no_issue() => Assert.Equal(["Information : No issues were found."], Find(Bundle(Sound)));

    [Theory]
    [InlineData("\"note\":[]", "Error Bundle.entry[1].resource.note[0]: The list has no items.")]
    [InlineData("\"category\":{\"text\":\"x\"}", "Error Bundle.entry[1].resource.category[0]: A list stands where one value is due, or the reverse. (Expected property to be a collection of CodeableConcept, but found a single CodeableConcept.)")]
    [InlineData("\"subject\":\"Patient/p1\"", "Error Bundle.entry[1].resource.subject: An object is due here. (Encountered a json primitive while expecting a json object for non-primitive element 'subject'.)")]
    [InlineData("\"valueQuantity\":{\"value\":\"4.1\"}", "Error Bundle.entry[1].resource.value.value: The value has the wrong JSON type. (The value is not the right type of literal for a decimal.)")]
    [InlineData("\"valueQuantity\":{\"comparator\":\"=\"}", "Error Bundle.entry[1].resource.value.comparator: The code is not in the value set that FHIR requires here. (The value is not a correct code for valueset 'QuantityComparator'.)")]
    [InlineData("\"valueString\":\"a\",\"valueBoolean\":true", "Fatal Bundle.entry[1].resource: The element is given twice. (Encountered duplicate property 'valueBoolean'.)")]
    [InlineData("\"Issued\":\"2026-11-01T00:00:00Z\"", "Error Bundle.entry[1].resource.Issued: The name of the element differs in letter case. (Element 'Issued' has incorrect casing, expected 'issued'.)")]
    [InlineData("\"component\":[{\"valueBoolean\":true}]", "Error Bundle.entry[1].resource.component[0].code: A required element is missing. (Element 'Bundle.entry[1].resource.component[0].code' with minimum cardinality 1 must be present.)")]
    public void A_fault_is_named_with_its_place(string member, string expected) => Assert.Equal([expected], Find(Bundle(Sound, Observation(member))));

    [Theory]
    [InlineData("\"contained\":{\"resourceType\":\"Patient\"}")]
    [InlineData("\"valueString\":\"\\ud800\"")]
    [InlineData("\"contained\":[{\"resourceType\":\"DomainResource\"}]")]
    public void What_the_library_cannot_cope_with_is_said_and_the_other_entries_are_still_checked(string member)
    {
        string[] found = Find(Bundle(Sound, Observation(member), Observation("\"note\":[]")));
        Assert.StartsWith("Error Bundle.entry[1]: This part cannot be read as FHIR, so it was not checked further.", found[0], StringComparison.Ordinal);
        Assert.Equal("Error Bundle.entry[2].resource.note[0]: The list has no items.", found[1]);
    }

    [Fact]
    public void An_entry_nested_too_deeply_is_said_to_be_unchecked()
    {
        string deep = Observation($"\"extension\":{string.Concat(Enumerable.Repeat("[{\"url\":\"x\",\"extension\":", 80))}[]{string.Concat(Enumerable.Repeat("}]", 80))}");
        Assert.Equal(["Error Bundle.entry[1]: This part cannot be read as FHIR, so it was not checked further."], Find(Bundle(Sound, deep)));
    }

    [Fact]
    public void A_very_large_entry_is_said_to_be_unchecked() => Assert.Equal(
        ["Information Bundle.entry[1]: This part is larger than 262144 bytes, so it was not checked."],
        Find(Bundle(Sound, Observation($"\"valueString\":\"{new string('x', 300_000)}\""))));

    [Theory]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + Sound + "}]}", "Error Bundle.type: A required element is missing. (Element 'Bundle.type' with minimum cardinality 1 must be present.)")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"pile\",\"entry\":[{\"resource\":" + Sound + "}]}", "Error Bundle.type: The code is not in the value set that FHIR requires here. (The value is not a correct code for valueset 'BundleType'.)")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + Sound + "]}", "Error Bundle.entry[0].resourceType: FHIR R4 has no such element here. (Found unknown element 'resourceType'.)")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[]}", "Error Bundle.entry[0]: The list has no items.")]
    [InlineData("{", "Fatal Bundle: The input is not JSON, so it was not checked. (line 1, byte 2)")]
    [InlineData("", "Fatal Bundle: The input is not JSON, so it was not checked. (line 1, byte 1)")]
    [InlineData("[]", "Fatal Bundle: The input is no JSON object, so it was not checked.")]
    public void The_bundle_itself_is_checked(string json, string first) => Assert.Equal(first, Find(json)[0]);

    [Fact]
    public void A_byte_order_mark_is_an_issue_and_the_rest_is_checked() => Assert.Equal(
        ["Error Bundle: The input begins with a byte order mark; JSON is sent as UTF-8 without one.", "Error Bundle.entry[1].resource.note[0]: The list has no items."],
        Find("\uFEFF" + Bundle(Sound, Observation("\"note\":[]"))));

    [Fact]
    public void At_most_a_hundred_issues_are_listed_and_the_rest_is_counted()
    {
        string[] found = Find(Bundle([.. Enumerable.Repeat(Observation("\"note\":[]"), 130)]));
        Assert.Equal(101, found.Length);
        Assert.Equal("Information : 30 more issues are not listed.", found[^1]);
    }

    [Fact]
    public void The_check_ends_after_a_thousand_issues_and_says_where()
    {
        string[] found = Find(Bundle([.. Enumerable.Repeat(Observation("\"note\":[]"), 1_200)]));
        Assert.Equal("Information : 900 more issues are not listed, and what follows entry 999 was not checked.", found[^1]);
    }

    [Fact]
    public void No_value_of_the_patient_stands_in_an_issue()
    {
        string person = "{\"resourceType\":\"Patient\",\"gender\":\"Yamada\",\"birthDate\":\"Yamada\",\"active\":\"Yamada\",\"name\":\"Yamada\",\"text\":{\"status\":\"generated\",\"div\":\"<div>Yamada<Yamada\"},\"photo\":[{\"data\":\"Yamada!\"}]}";
        string[] found = Find(Bundle(person));
        Assert.True(found.Length >= 6, string.Join('\n', found));
        Assert.DoesNotContain(found, line => line.Contains("Yamada", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_code_of_the_library_has_a_text() => Assert.Empty(
        new[] { typeof(CodedValidationException), typeof(FhirJsonException) }.SelectMany(type => type.GetFields()).Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!).Except(IssueTexts.Codes));

    [Fact]
    public void Whatever_comes_is_answered_by_an_outcome_that_can_be_sent()
    {
        var mutator = new JsonMutator(20261129);
        foreach (string file in Golden.Files)
        {
            byte[] json = Encoding.UTF8.GetBytes(Golden.Bundle(file).ToJsonString());
            for (int i = 0; i < 40; i++)
            {
                string outcome = new FhirJsonSerializer().SerializeToString(InputIssues.Find(mutator.Mutate(json), Language.English));
                Assert.Empty(StrictReading.Of(outcome).Issues);
            }
        }
    }

    private static string Bundle(params string[] resources) =>
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + string.Join(',', resources.Select(resource => $"{{\"resource\":{resource}}}")) + "]}";

    private static string Observation(string member) => "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"}," + member + "}";

    private static string[] Find(string json) =>
    [
        .. InputIssues.Find(Encoding.UTF8.GetBytes(json), Language.English).Issue.Select(issue =>
            $"{issue.Severity} {issue.Expression.FirstOrDefault()}: {issue.Details!.Text}{(issue.Diagnostics is null ? "" : $" ({issue.Diagnostics})")}"),
    ];
}
