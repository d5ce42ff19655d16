using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Telemetry;

/// <summary>Logs hold ids, counts and timings, and nothing of the patient.</summary>
public sealed class LogTests
{
    private static readonly string[] OfThePatient = ["Hildegard", "1958-04-09", "secret-patient", "haem-7", "C90.0", "secret-condition"];

    [Fact]
    public async Task Nothing_of_the_patient_is_logged_whether_the_request_is_good_or_bad()
    {
        await using var service = new TestService();
        HttpClient client = service.CreateClient();
        JsonObject request = HookRequests.Valid("secret-patient");
        request["prefetch"]!["patient"]!["name"] = new JsonArray(new JsonObject { ["family"] = "Hildegard" });
        request["prefetch"]!["conditions"] = HookRequests.Bundle(new JsonObject
        {
            ["resourceType"] = "Condition",
            ["id"] = "secret-condition",
            ["subject"] = new JsonObject { ["reference"] = "Patient/somebody-else" },
            ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://hl7.org/fhir/sid/icd-10", ["code"] = "C90.0" }) },
        });
        await client.PostJsonAsync(HookRequests.PatientView, request);
        await client.PostJsonAsync(HookRequests.PatientView, request.DeepClone().AsObject().With("hook", "Hildegard"));
        await client.PostTextAsync(HookRequests.PatientView, request.ToJsonString()[..^5]);
        await client.PostJsonAsync("/assessments", request["prefetch"]!["conditions"]!.DeepClone());
        Assert.NotEmpty(service.Log.Entries);
        foreach ((_, string text) in service.Log.Entries)
            Assert.DoesNotContain(OfThePatient, secret => text.Contains(secret, StringComparison.Ordinal));
    }
}
