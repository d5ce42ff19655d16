using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Trust;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>Two instances on one PostgreSQL, and what may happen to any of the three.</summary>
public sealed class SharedDatabaseTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_when_the_database_crashes_and_an_instance_is_killed()
    {
        await using OwnPostgreSql database = await OwnPostgreSql.StartAsync();
        (string, string)[] settings = [("Cds:Store:PostgreSql", database.Connection), ("Cds:Store:PatientKey", Key)];
        await using ServiceProcess first = await ServiceProcess.StartAsync("Development", settings), second = await ServiceProcess.StartAsync("Development", settings);
        await using var load = new FeedbackLoad();
        load.Start(first.Client, 3);
        load.Start(second.Client, 3);
        await load.PassAsync(60);
        await database.CrashAsync();
        await load.PassAsync(60);
        await first.KillAsync();
        await load.PassAsync(60);
        await load.StopAsync();
        HashSet<string> stored = [.. await database.ReadAsync("select card from cds_feedback")];
        Assert.All(load.Acknowledged, card => Assert.Contains(card, stored));
        Assert.All(load.Refused.Keys, status => Assert.Contains(status, new[] { 0, 503 }));
        Assert.Equal(200, (await second.Client.GetAnswerAsync("/health/ready")).Status);
        Assert.Equal(stored.Count, (await second.Client.GetAnswerAsync("/feedback/summary")).Json.GetProperty("unknownCards").GetInt32());
    }

    [Fact]
    public async Task A_token_used_at_one_instance_is_refused_at_the_other()
    {
        PostgreSqlServer server = await PostgreSqlServer.PrepareAsync();
        await using ConfiguredService first = Start(server), second = Start(server);
        var token = new TestToken();
        Assert.Equal(200, (await first.CreateClient().CallAsync(token)).Status);
        (await second.CreateClient().CallAsync(token)).IsUnauthorized();
        Assert.Equal(200, (await second.CreateClient().CallAsync(new TestToken())).Status);
    }

    [Fact]
    public async Task A_card_overridden_at_one_instance_stays_away_at_the_other()
    {
        PostgreSqlServer server = await PostgreSqlServer.PrepareAsync();
        await using ConfiguredService first = Start(server), second = Start(server);
        Answer shown = await first.CreateClient().CallAsync(new TestToken());
        JsonElement card = shown.Cards.EnumerateArray().Single(entry => IdOf(entry) == "prophylaxis.herpes-zoster");
        await WrittenAsync(first);
        var feedback = new JsonObject
        {
            ["feedback"] = new JsonArray(new JsonObject
            {
                ["card"] = card.GetProperty("uuid").GetString(),
                ["outcome"] = "overridden",
                ["outcomeTimestamp"] = "2026-11-20T00:00:00Z",
                ["overrideReason"] = new JsonObject { ["reason"] = new JsonObject { ["code"] = "contraindicated", ["system"] = CodeSystems.OverrideReason } },
            }),
        };
        string address = HookRequests.PatientView + "/feedback";
        Assert.Equal(200, (await second.CreateClient().CallAsync("Bearer " + new TestToken().With("aud", TestToken.PublicUrl + address), address, feedback)).Status);
        foreach (ConfiguredService service in new[] { first, second })
            Assert.DoesNotContain("prophylaxis.herpes-zoster", (await service.CreateClient().CallAsync(new TestToken())).Cards.EnumerateArray().Select(IdOf));
    }

    private static ConfiguredService Start(PostgreSqlServer server) => TrustedService.Start(("Cds:Store:PostgreSql", server.Connection), ("Cds:Store:PatientKey", Key));

    /// <summary>What was shown follows the answer; the probe is written after it.</summary>
    private static Task WrittenAsync(ConfiguredService service) => service.CreateClient().GetAnswerAsync("/health/ready");

    private static string IdOf(JsonElement card) => card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").GetProperty("id").GetString()!;
}
