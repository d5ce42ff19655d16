using System.Diagnostics;
using Cds.CdsHooks.Tests.Samples;
using Npgsql;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>A PostgreSQL server of one test, which may crash.</summary>
internal sealed class OwnPostgreSql : IAsyncDisposable
{
    private readonly Dictionary<string, string> _variables = [];

    /// <summary>Connection string.</summary>
    public string Connection => _variables["CDS_TEST_POSTGRES"];

    /// <summary>Starts it; skips the test where no PostgreSQL was prepared.</summary>
    public static async Task<OwnPostgreSql> StartAsync()
    {
        await PostgreSqlServer.PrepareAsync();
        var server = new OwnPostgreSql();
        foreach (string line in (await server.RunAsync("start")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line["export ".Length..].Split('=', 2);
            server._variables[parts[0]] = parts[1].Trim('\'');
        }

        return server;
    }

    /// <summary>Ends it without any care and starts it again.</summary>
    public Task CrashAsync() => RunAsync("restart");

    public async Task<IReadOnlyList<string>> ReadAsync(string sql)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(Connection);
        await using NpgsqlCommand command = source.CreateCommand(sql);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) rows.Add(reader.GetString(0));
        return rows;
    }

    public async ValueTask DisposeAsync() => await RunAsync("stop");

    private async Task<string> RunAsync(string command)
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(Repository.Root, "tests", "prepare", "postgresql.sh"), command]) { RedirectStandardOutput = true };
        foreach ((string name, string value) in _variables) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
