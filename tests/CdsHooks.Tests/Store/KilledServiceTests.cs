using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>The real process, killed in the middle of its work.</summary>
public sealed class KilledServiceTests
{
    private const string Url = "/cds-services/myeloma-patient-view/feedback";

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_when_the_process_is_killed()
    {
        using var folder = new TemporaryFolder();
        var acknowledged = new ConcurrentBag<string>();
        await using (ServiceProcess service = await ServiceProcess.StartAsync("Development", ("Cds:Store:Folder", folder.Path)))
        {
            using var stop = new CancellationTokenSource();
            Task[] senders = [.. Enumerable.Range(0, 4).Select(_ => SendUntilAsync(service.Client, acknowledged, stop.Token))];
            while (acknowledged.Count < 100) await Task.Delay(10, TestContext.Current.CancellationToken);
            await service.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(senders);
        }

        HashSet<string> stored = [.. await StoredRows.ReadAsync<string>(folder, "select card from cds_feedback")];
        Assert.All(acknowledged, card => Assert.Contains(card, stored));

        await using ServiceProcess again = await ServiceProcess.StartAsync("Development", ("Cds:Store:Folder", folder.Path));
        JsonElement summary = (await again.Client.GetAnswerAsync("/feedback/summary")).Json;
        Assert.InRange(summary.GetProperty("unknownCards").GetInt32(), acknowledged.Count, acknowledged.Count + 4);
    }

    [Fact]
    public async Task K3_In_production_without_clients_it_ends_with_an_exit_code_and_says_why()
    {
        using var folder = new TemporaryFolder();
        (int exitCode, string errors) = await ServiceProcess.RunToEndAsync("Production", ("Cds:Store:Folder", folder.Path));
        Assert.Equal(1, exitCode);
        Assert.Contains("Cds:Trust:Clients is empty", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_ends_it_with_an_exit_code_and_says_why()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        (int exitCode, string errors) = await ServiceProcess.RunToEndAsync("Development", ("Cds:Store:Folder", Path.Combine(file, "below")));
        Assert.Equal(1, exitCode);
        Assert.Contains("Cds:Store:Folder", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_another_program_uses_ends_it_with_an_exit_code_and_says_which()
    {
        using var folder = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string url = $"http://{other.LocalEndpoint}";
        (int exitCode, string errors) = await ServiceProcess.RunToEndAsync("Development", ("Cds:Store:Folder", folder.Path), ("Cds:Url", url));
        Assert.Equal(1, exitCode);
        Assert.Contains(url, errors, StringComparison.Ordinal);
        Assert.Contains("Cds:Url", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private static async Task SendUntilAsync(HttpClient client, ConcurrentBag<string> acknowledged, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            string card = Guid.NewGuid().ToString();
            var body = new JsonObject
            {
                ["feedback"] = new JsonArray(new JsonObject { ["card"] = card, ["outcome"] = "overridden", ["outcomeTimestamp"] = "2026-11-20T08:15:30Z" }),
            };
            try
            {
                if ((await client.PostJsonAsync(Url, body)).Status == 200) acknowledged.Add(card);
            }
            catch (HttpRequestException)
            {
                // The process was killed; what it had not acknowledged may be lost.
                return;
            }
        }
    }
}
