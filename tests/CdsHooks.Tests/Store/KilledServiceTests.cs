using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>The real process, killed in the middle of its work.</summary>
public sealed class KilledServiceTests
{
    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_when_the_process_is_killed()
    {
        using var folder = new TemporaryFolder();
        await using var load = new FeedbackLoad();
        await using (ServiceProcess service = await ServiceProcess.StartAsync("Development", ("Cds:Store:Folder", folder.Path)))
        {
            load.Start(service.Client, 4);
            await load.PassAsync(100);
            await service.KillAsync();
            await load.StopAsync();
        }

        HashSet<string> stored = [.. await StoredRows.ReadAsync<string>(folder, "select card from cds_feedback")];
        Assert.All(load.Acknowledged, card => Assert.Contains(card, stored));

        await using ServiceProcess again = await ServiceProcess.StartAsync("Development", ("Cds:Store:Folder", folder.Path));
        JsonElement summary = (await again.Client.GetAnswerAsync("/feedback/summary")).Json;
        Assert.InRange(summary.GetProperty("unknownCards").GetInt32(), load.Acknowledged.Count, load.Acknowledged.Count + 4);
    }

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_when_files_cannot_grow_and_all_goes_on_when_they_can()
    {
        using var folder = new TemporaryFolder();
        await using var load = new FeedbackLoad();
        await using ServiceProcess service = await ServiceProcess.StartLimitableAsync("Development", ("Cds:Store:Folder", folder.Path));
        load.Start(service.Client, 2, commentLength: 3_900);
        await load.PassAsync(10);
        await service.LimitFilesAsync(1_000);
        await load.RefusedAsync(503);
        Answer ready = await service.Client.GetAnswerAsync("/health/ready");
        Assert.Equal(503, ready.Status);
        Assert.Equal("failed", ready.Json.GetProperty("reason").GetString());
        Assert.Equal(200, (await service.Client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid())).Status);
        await service.LimitFilesAsync(null);
        await load.PassAsync(10);
        await load.StopAsync();
        Assert.Equal(200, (await service.Client.GetAnswerAsync("/health/ready")).Status);
        HashSet<string> stored = [.. await StoredRows.ReadAsync<string>(folder, "select card from cds_feedback")];
        Assert.All(load.Acknowledged, card => Assert.Contains(card, stored));
        Assert.Equal([1L], await StoredRows.ReadAsync<long>(folder, "select count(*) from cds_audit"));
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
}
