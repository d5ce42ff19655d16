using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Envelope;

/// <summary>Sections 3 and 4 of the checklist: envelope and context of patient-view.</summary>
public sealed class HookEnvelopeTests(TestService service) : IClassFixture<TestService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task R1_Members_may_come_in_any_order()
    {
        JsonObject valid = HookRequests.Valid();
        var reversed = new JsonObject();
        foreach ((string name, JsonNode? value) in valid.Reverse().ToList())
        {
            valid.Remove(name);
            reversed[name] = value;
        }

        Assert.Equal(200, (await _client.PostJsonAsync(HookRequests.PatientView, reversed)).Status);
    }

    [Theory]
    [InlineData("hook")]
    [InlineData("hookInstance")]
    [InlineData("context")]
    [InlineData("context.patientId")]
    [InlineData("context.userId")]
    public async Task R2_H1_H2_Required_members_that_are_missing_or_null_are_400(string member)
    {
        (await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().Without(member))).IsOperationOutcome(400, "$." + member);
        (await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With(member, null))).IsOperationOutcome(400, "$." + member);
    }

    [Theory]
    [InlineData("hook", "\"\"")]
    [InlineData("hook", "7")]
    [InlineData("hookInstance", "\"\"")]
    [InlineData("hookInstance", "{}")]
    [InlineData("context", "[]")]
    [InlineData("context", "\"p1\"")]
    [InlineData("context.patientId", "\"\"")]
    [InlineData("context.patientId", "7")]
    [InlineData("context.patientId", "\"Patient/p1\"")]
    [InlineData("context.patientId", "\"p1\\n\"")]
    [InlineData("context.userId", "[]")]
    [InlineData("context.userId", "\"haem-7\"")]
    [InlineData("context.encounterId", "7")]
    public async Task R2_H1_H3_Members_of_a_wrong_type_are_400_with_their_place(string member, string json) =>
        (await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With(member, JsonNode.Parse(json)))).IsOperationOutcome(400, "$." + member);

    [Fact]
    public async Task R3_Another_hook_is_400() =>
        (await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With("hook", "order-sign"))).IsOperationOutcome(400, "$.hook");

    [Fact]
    public async Task R4_A_hook_instance_that_is_no_uuid_is_400() =>
        (await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With("hookInstance", "1"))).IsOperationOutcome(400, "$.hookInstance");

    [Fact]
    public async Task R4_Upper_case_uuids_and_repeated_ones_are_accepted()
    {
        JsonObject request = HookRequests.Valid().With("hookInstance", "6D1F3A52-1C0B-4C7E-9E0A-7F5F2D9A4B10");
        Assert.Equal(200, (await _client.PostJsonAsync(HookRequests.PatientView, request)).Status);
        Assert.Equal(200, (await _client.PostJsonAsync(HookRequests.PatientView, request)).Status);
    }

    [Theory]
    [InlineData("ftp://ehr.example.org")]
    [InlineData("/fhir")]
    [InlineData("ehr.example.org/fhir")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://ehr.example.org/fhir/../admin")]
    [InlineData("https://ehr.example.org/fhir/..;/admin")]
    [InlineData("https://ehr.example.org/fhir;v=1")]
    [InlineData("https://ehr.example.org/fhir/%2e%2e/admin")]
    [InlineData("https://ehr.example.org/fhir/%252e%252e/admin")]
    [InlineData("https://ehr.example.org/fhir%2fadmin")]
    [InlineData("https://ehr.example.org/fhir\\..\\admin")]
    [InlineData("https://ehr.example.org//fhir")]
    [InlineData("https://ehr.example.org/fhir//x")]
    [InlineData("https://ehr.example.org/fh ir")]
    public async Task R5_A_fhir_server_that_is_no_http_address_is_400(string server) =>
        (await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With("fhirServer", server))).IsOperationOutcome(400, "$.fhirServer");

    [Theory]
    [InlineData("https://ehr.example.org")]
    [InlineData("https://ehr.example.org/")]
    [InlineData("https://ehr.example.org:8443/fhir/R4/")]
    [InlineData("http://10.0.0.1/a-b_c~d/@tenant")]
    public async Task R5_A_plain_address_is_read(string server) =>
        Assert.Equal(200, (await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With("fhirServer", server))).Status);

    [Theory]
    [InlineData(".", 400)]
    [InlineData("..", 400)]
    [InlineData("p;x", 400)]
    [InlineData("%2e%2e", 400)]
    [InlineData("...", 200)]
    [InlineData("a..b", 200)]
    public async Task A_patient_id_is_no_way_through_folders(string id, int status) =>
        Assert.Equal(status, (await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid(id))).Status);

    [Fact]
    public async Task R6_Authorization_without_server_is_400() =>
        (await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With("fhirAuthorization", new JsonObject { ["access_token"] = "t" })))
            .IsOperationOutcome(400, "$.fhirServer");

    [Theory]
    [InlineData("prefetch", "[]")]
    [InlineData("prefetch", "\"x\"")]
    [InlineData("extension", "7")]
    [InlineData("fhirAuthorization", "\"x\"")]
    [InlineData("fhirServer", "7")]
    public async Task R7_Optional_members_of_a_wrong_type_are_400_with_their_place(string member, string json) =>
        (await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With(member, JsonNode.Parse(json)))).IsOperationOutcome(400, "$." + member);

    [Fact]
    public async Task R9_The_same_request_gives_the_same_cards_apart_from_uuids()
    {
        Answer first = await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid());
        Answer second = await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid());
        Assert.NotEqual(first.Body, second.Body);
        Assert.Equal(WithoutUuids(first), WithoutUuids(second));
    }

    [Fact]
    public async Task T2_R9_Parallel_calls_never_see_each_others_patient()
    {
        string[] patients = [.. Enumerable.Range(1, 40).Select(i => $"patient-{i}")];
        Answer[] answers = await Task.WhenAll(patients.Select(patient => _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid(patient))));
        foreach ((string patient, Answer answer) in patients.Zip(answers))
        {
            Assert.Contains($"\"Patient/{patient}\"", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(patients, other => other != patient && answer.Body.Contains($"\"Patient/{other}\"", StringComparison.Ordinal));
        }
    }

    private static string WithoutUuids(Answer answer) =>
        System.Text.RegularExpressions.Regex.Replace(answer.Body, "\"uuid\":\"[0-9a-f-]{36}\"", "\"uuid\":\"\"");
}
