using System.Diagnostics;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Deployment;

/// <summary>A PostgreSQL server of one test, which may restart it under the feet of the service.</summary>
internal sealed class PostgreSqlProcess : IAsyncDisposable
{
    private const string FolderVariable = "CDS_TEST_POSTGRES_FOLDER", ConnectionVariable = "CDS_TEST_POSTGRES";

    private readonly string _folder;

    private PostgreSqlProcess(string connection, string folder)
    {
        Connection = connection;
        _folder = folder;
    }

    /// <summary>Connection string.</summary>
    public string Connection { get; }

    public static async Task<PostgreSqlProcess> StartAsync()
    {
        string exports = await RunAsync("start", null);
        return new PostgreSqlProcess(ValueOf(exports, ConnectionVariable), ValueOf(exports, FolderVariable));
    }

    /// <summary>Stops it, which cuts off what is under way, and starts it again.</summary>
    public Task RestartAsync() => RunAsync("restart", _folder);

    public async ValueTask DisposeAsync() => await RunAsync("stop", _folder);

    private static string ValueOf(string exports, string variable) =>
        exports.Split('\n').Single(line => line.StartsWith($"export {variable}=", StringComparison.Ordinal)).Split('\'')[1];

    private static async Task<string> RunAsync(string command, string? folder)
    {
        // The server inherits the streams and would hold them open: what the command says goes through a file.
        string said = Path.GetTempFileName();
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$1\" > \"$2\" 2> \"$2.errors\"", Path.Combine(Repository.Root, "tests", "prepare", "postgresql.sh"), command, said]);
        if (folder is not null) start.Environment[FolderVariable] = folder;
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        string output = await File.ReadAllTextAsync(said), errors = await File.ReadAllTextAsync(said + ".errors");
        File.Delete(said);
        File.Delete(said + ".errors");
        Assert.True(process.ExitCode == 0, $"postgresql.sh {command}: {errors}");
        return output;
    }
}
