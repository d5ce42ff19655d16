using System.Text.Json;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Store;
using Cds.CdsHooks.Tests.Trust;

namespace Cds.CdsHooks.Tests.Deployment;

/// <summary>Two instances on one PostgreSQL behind nginx, while clinicians work: one is killed, both are restarted one after the other, the database crashes.</summary>
public sealed class TwoInstanceTests
{
    private const string Summary = "/feedback/summary";

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_one_repetition_cures_every_server_error()
    {
        await using OwnPostgreSql database = await OwnPostgreSql.StartAsync();
        int[] ports = [LastingPort.Next(), LastingPort.Next()];
        ServiceProcess[] instances = await Task.WhenAll(ports.Select(port => StartAsync(database, port)));
        try
        {
            using Proxy proxy = await Proxy.StartAsync([.. instances.Select(instance => instance.Client.BaseAddress!)]);
            string usedBefore = EhrLoad.Token(HookRequests.PatientView).ToString();
            Assert.Equal(200, (await CallAsync(instances[0], usedBefore)).Status);
            using var load = new EhrLoad(proxy.Url);
            using var stop = new CancellationTokenSource();
            Task running = load.RunAsync(stop.Token);
            await ProgressAsync(load);

            await instances[0].KillAsync();
            await ProgressAsync(load);
            instances[0] = await StartAsync(database, ports[0]);
            // One after the other without a pause: the proxy may still be leaving out the first when the second goes.
            for (int i = 0; i < instances.Length; i++)
            {
                Assert.Equal(0, await instances[i].TerminateAsync());
                instances[i] = await StartAsync(database, ports[i]);
                await ProgressAsync(load);
            }

            foreach (ServiceProcess instance in instances) await RefusesAsync(instance, usedBefore);
            load.StoreMayBeAway = true;
            await database.CrashAsync();
            await ProgressAsync(load);
            await stop.CancelAsync();
            await running;

            Assert.Empty(load.Faults);
            foreach (ServiceProcess instance in instances) Assert.InRange(await CountAsync(instance), load.Acknowledged, load.Sent);
            await ShareUsedTokensAgainAsync(instances);
        }
        finally
        {
            foreach (ServiceProcess instance in instances) await instance.DisposeAsync();
        }
    }

    private static Task<ServiceProcess> StartAsync(OwnPostgreSql database, int port) => ServiceProcess.StartAsync("Staging",
        ("Cds:Url", $"http://127.0.0.1:{port}"),
        ("Cds:PublicBaseUrl", TestToken.PublicUrl),
        ("Cds:Trust:Clients:0:Issuer", TestToken.Issuer),
        ("Cds:Trust:Clients:0:Jwks", TestKey.Set(TestKey.P384)),
        ("Cds:Store:PostgreSql", database.Connection),
        ("Cds:Store:PatientKey", Convert.ToBase64String(new byte[32])));

    /// <summary>Waits until charts are opened and cards answered again.</summary>
    private static async Task ProgressAsync(EhrLoad load)
    {
        (int hooks, int acknowledged) = (load.Hooks, load.Acknowledged);
        for (int waited = 0; waited < 2_400 && (load.Hooks < hooks + 20 || load.Acknowledged < acknowledged + 20); waited++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.True(load.Hooks >= hooks + 20 && load.Acknowledged >= acknowledged + 20, $"no progress: {load.Hooks - hooks} hooks, {load.Acknowledged - acknowledged} feedback; {string.Join(", ", load.Faults)}");
    }

    /// <summary>While the database is away each instance refuses only what it saw itself; once it answers, a token used at one is refused by the other, both ways.</summary>
    private static async Task ShareUsedTokensAgainAsync(ServiceProcess[] instances)
    {
        foreach ((ServiceProcess first, ServiceProcess second) in new[] { (instances[0], instances[1]), (instances[1], instances[0]) })
        {
            int status = 200;
            for (int tries = 0; tries < 240 && status == 200; tries++)
            {
                string token = EhrLoad.Token(HookRequests.PatientView).ToString();
                Assert.Equal(200, (await CallAsync(first, token)).Status);
                status = (await CallAsync(second, token)).Status;
                if (status == 200) await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
            }

            Assert.Equal(401, status);
        }
    }

    private static Task<Answer> CallAsync(ServiceProcess instance, string token) => instance.Client.CallAsync("Bearer " + token);

    private static async Task RefusesAsync(ServiceProcess instance, string token) => (await CallAsync(instance, token)).IsUnauthorized();

    private static async Task<int> CountAsync(ServiceProcess instance)
    {
        JsonElement summary = (await instance.Client.SendJsonAsync(HttpMethod.Get, Summary, "Bearer " + EhrLoad.Token(Summary), null)).Json;
        return summary.GetProperty("unknownCards").GetInt32();
    }
}
