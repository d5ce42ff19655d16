using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Store;
using Cds.CdsHooks.Tests.Trust;
using Microsoft.Data.Sqlite;

namespace Cds.CdsHooks.Tests.Delivery;

/// <summary>What goes on record of each call, and what does not.</summary>
public sealed class AuditTests
{
    private const string Patient = "patient-with-a-telling-id";

    [Fact]
    public async Task An_answer_is_recorded_with_client_rules_version_and_time_and_a_pseudonym_for_the_patient()
    {
        using var folder = new TemporaryFolder();
        Answer answer;
        await using (ConfiguredService service = TrustedService.Start(("Cds:Store:Folder", folder.Path), ("Cds:Trust:Clients:0:Name", "Hospital A")))
        {
            answer = await service.CreateClient().CallAsync("Bearer " + new TestToken().With("tenant", "ward-7"), HookRequests.PatientView, HookRequests.Valid(Patient));
        }

        Stored audit = Assert.Single(await RecordsAsync(folder));
        Assert.Equal(TestToken.Issuer, audit.Client);
        Assert.Equal("ward-7", audit.Tenant);
        Assert.Equal("myeloma-patient-view", audit.Service);
        Assert.Equal("patient-view", audit.Hook);
        Assert.Equal("6d1f3a52-1c0b-4c7e-9e0a-7f5f2d9a4b10", audit.HookInstance);
        Assert.Equal("cards", audit.Outcome);
        Assert.Equal("0.0.1", audit.KnowledgeVersion);
        Assert.Equal("2026-11-20T00:00:00.000000Z", audit.Time);
        Assert.Equal("[]", audit.KeptBack);
        Assert.True(audit.Milliseconds > 0);
        Assert.Equal(
            answer.Cards.EnumerateArray().Select(card => card.GetProperty("uuid").GetString()).Order(),
            await StoredRows.ReadAsync<string>(folder, "select uuid from cds_card order by uuid"));
        Assert.Contains("prophylaxis.herpes-zoster", await StoredRows.ReadAsync<string>(folder, "select rule from cds_card"));
        Assert.Equal(22, audit.Patient.Length);
        Assert.DoesNotContain(Patient, audit.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_call_is_recorded_with_the_kind_of_problem()
    {
        using var folder = new TemporaryFolder();
        await using (var service = new ConfiguredService("Development", ("Cds:Store:Folder", folder.Path)))
            await service.CreateClient().PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().Without("prefetch"));
        Assert.Equal("missing-patient-data", Assert.Single(await RecordsAsync(folder)).Outcome);
    }

    [Fact]
    public async Task The_same_patient_id_at_two_clients_gives_two_pseudonyms()
    {
        using var folder = new TemporaryFolder();
        await using (ConfiguredService service = TrustedService.Start(
            ("Cds:Store:Folder", folder.Path), ("Cds:Trust:Clients:1:Issuer", "https://other.example.org"), ("Cds:Trust:Clients:1:Jwks", TestKey.Set(TestKey.P384))))
        {
            HttpClient client = service.CreateClient();
            await client.CallAsync(new TestToken());
            await client.CallAsync(new TestToken());
            await client.CallAsync(new TestToken().With("iss", "https://other.example.org"));
        }

        string[] patients = [.. (await RecordsAsync(folder)).Select(record => record.Patient)];
        Assert.Equal(patients[0], patients[1]);
        Assert.NotEqual(patients[0], patients[2]);
    }

    [Fact]
    public async Task An_answer_does_not_wait_for_its_record_and_the_record_is_not_lost()
    {
        using var folder = new TemporaryFolder();
        await using (var service = new ConfiguredService("Development", ("Cds:Store:Folder", folder.Path)))
        {
            HttpClient client = service.CreateClient();
            await client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid());
            await using SqliteConnection holder = StoredRows.Open(folder);
            await holder.OpenAsync(TestContext.Current.CancellationToken);
            await using (holder.BeginTransaction())
            {
                long started = Stopwatch.GetTimestamp();
                for (int call = 0; call < 40; call++) Assert.Equal(200, (await client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid())).Status);

                // Each would wait for as long as SQLite waits for the lock (5 s), were it to wait at all.
                Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(120));
            }
        }

        Assert.Equal(41, (await RecordsAsync(folder)).Count);
    }

    [Fact]
    public async Task F9_K10_No_patient_id_name_or_value_is_logged()
    {
        await using var service = new ConfiguredService("Development");
        JsonObject request = HookRequests.Valid(Patient);
        request["prefetch"]!["patient"]!["name"] = new JsonArray(new JsonObject { ["family"] = "Telling-Name" });
        await service.CreateClient().PostJsonAsync(HookRequests.PatientView, request);
        Assert.NotEmpty(service.Log.Entries);
        Assert.DoesNotContain(service.Log.Entries, entry => entry.Text.Contains(Patient, StringComparison.Ordinal)
            || entry.Text.Contains("Telling-Name", StringComparison.Ordinal) || entry.Text.Contains("1958", StringComparison.Ordinal));
    }

    [Fact]
    public async Task L2_L3_With_an_app_configured_every_card_links_to_it_and_says_which_card_it_is_without_patient_data()
    {
        await using var service = new ConfiguredService("Development", ("Cds:SmartAppUrl", "https://app.example.org/launch"));
        Answer answer = await service.CreateClient().PostJsonAsync(HookRequests.PatientView, HookRequests.Valid(Patient));
        Assert.NotEqual(0, answer.Cards.GetArrayLength());
        foreach (JsonElement card in answer.Cards.EnumerateArray())
        {
            JsonElement link = card.GetProperty("links").EnumerateArray().Single(entry => entry.GetProperty("type").GetString() == "smart");
            Assert.Equal("https://app.example.org/launch", link.GetProperty("url").GetString());
            Assert.NotEqual("", link.GetProperty("label").GetString());
            JsonElement context = JsonDocument.Parse(link.GetProperty("appContext").GetString()!).RootElement;
            Assert.Equal(card.GetProperty("uuid").GetString(), context.GetProperty("card").GetString());
            Assert.DoesNotContain(Patient, link.GetRawText(), StringComparison.Ordinal);
            Assert.All(card.GetProperty("links").EnumerateArray(), entry =>
                Assert.Equal(entry.GetProperty("type").GetString() == "smart", entry.TryGetProperty("appContext", out _)));
        }
    }

    [Fact]
    public async Task L2_Without_an_app_there_is_no_smart_link()
    {
        await using var service = new ConfiguredService("Development");
        Assert.DoesNotContain("appContext", (await service.CreateClient().PostJsonAsync(HookRequests.PatientView, HookRequests.Valid())).Body, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<Stored>> RecordsAsync(TemporaryFolder folder) => StoredRows.ReadAsync<Stored>(
        folder,
        """
        select time as Time, client as Client, tenant as Tenant, service as Service, hook as Hook, hook_instance as HookInstance, outcome as Outcome,
            knowledge_version as KnowledgeVersion, milliseconds as Milliseconds, patient as Patient, kept_back as KeptBack
        from cds_audit order by id
        """);

    private sealed record Stored(
        string Time, string? Client, string? Tenant, string Service, string Hook, string HookInstance, string Outcome, string KnowledgeVersion, double Milliseconds,
        string Patient, string KeptBack);
}
