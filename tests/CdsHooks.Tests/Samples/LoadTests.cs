using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Tests.FhirAccess;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary><c>samples/load.sh</c> fills a FHIR server that this project did not write, and the service answers from there what it answers from the file.</summary>
public sealed partial class LoadTests(ThirdPartyServer server) : IClassFixture<ThirdPartyServer>
{
    [Fact]
    public async Task Transactions_of_all_samples_share_no_id_and_every_reference_stays_within()
    {
        string printed = await ShellCommand.RunAsync("for file in samples/*.json samples/journeys/*.json; do python3 samples/transaction.py \"$file\"; echo; done");
        HashSet<string> seen = [];
        foreach (string line in printed.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonElement bundle = JsonDocument.Parse(line).RootElement;
            Assert.Equal("transaction", bundle.GetProperty("type").GetString());
            HashSet<string> own = [];
            foreach (JsonElement entry in bundle.GetProperty("entry").EnumerateArray())
            {
                string url = entry.GetProperty("request").GetProperty("url").GetString()!;
                JsonElement resource = entry.GetProperty("resource");
                Assert.Equal(url, $"{resource.GetProperty("resourceType")}/{resource.GetProperty("id")}");
                Assert.Matches(@"^[A-Za-z]+/[A-Za-z0-9\-.]{1,64}$", url);
                Assert.True(seen.Add(url), url);
                own.Add(url);
            }

            Assert.All(Reference().Matches(line), reference => Assert.Contains(reference.Groups[1].Value, own));
        }

        Assert.Equal(Directory.GetFiles(Repository.Samples, "*.json", SearchOption.AllDirectories).Count(file => !file.Contains("requests", StringComparison.Ordinal) && !file.Contains("dotnet", StringComparison.Ordinal)),
            printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Loaded_samples_are_answered_as_those_that_are_sent_and_loading_again_changes_nothing()
    {
        server.IsNeeded();
        string[] names = ["bortezomib-without-acyclovir", "newly-diagnosed-transplant-eligible", "poems"];
        string files = string.Join(' ', names.Select(name => $"samples/{name}.json"));
        string load = $"FHIR_TOKEN={FhirBench.Token} samples/load.sh {server.Url} {files}";
        string first = await ShellCommand.RunAsync(load);
        Assert.Equal(3, first.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(first, await ShellCommand.RunAsync(load));
        await using WithServer service = new(server.Url!);
        HttpClient client = service.CreateClient();
        foreach (string name in names)
        {
            JsonNode bundle = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Samples, name + ".json"), TestContext.Current.CancellationToken))!;
            Answer sent = await client.PostJsonAsync(HookRequests.PatientView + "?asOf=2026-11-20", PatientViewRequest.From(bundle));
            Answer loaded = await client.PostJsonAsync(HookRequests.PatientView + "?asOf=2026-11-20", Request(name));
            Assert.Equal(200, loaded.Status);
            Assert.Equal(Summaries(sent), Summaries(loaded));
        }
    }

    [Fact]
    public async Task A_server_that_refuses_ends_the_script_with_its_answer()
    {
        server.IsNeeded();
        string output = await ShellCommand.RunAsync($"if FHIR_TOKEN=wrong samples/load.sh {server.Url} samples/poems.json 2>&1; then echo went on; fi");
        Assert.Contains("samples/poems.json: 401", output, StringComparison.Ordinal);
        Assert.DoesNotContain("went on", output, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Summaries(Answer answer) => answer.Cards.EnumerateArray().Select(card => card.GetProperty("summary").GetString());

    private JsonObject Request(string patient) => HookRequests.Valid(patient).Without("prefetch").With("fhirServer", server.Url).With(
        "fhirAuthorization",
        new JsonObject { ["access_token"] = FhirBench.Token, ["token_type"] = "Bearer", ["expires_in"] = 300, ["scope"] = "patient/*.rs", ["subject"] = "cds", ["patient"] = patient });

    [GeneratedRegex("\"reference\": \"([^\"]+)\"")]
    private static partial Regex Reference();

    private sealed class WithServer(string url) : RealService
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Cds:FhirAccess:Servers:0", url);
            builder.UseSetting("Cds:FhirAccess:AllowHttp", "true");
            builder.UseSetting("Cds:FhirAccess:Budget", "00:00:20");
            builder.UseSetting("Cds:FhirAccess:AttemptTimeout", "00:00:10");
            builder.UseSetting("Cds:Outbound:AllowedNetworks:0", "127.0.0.0/8");
        }
    }
}
