using System.Diagnostics;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Batch.Queue;

/// <summary><c>worker</c> as a process of its own, as on another machine.</summary>
internal sealed class WorkerProcess(Process process) : OtherProcess(process, Patience)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Starts it and waits until it waits for work.</summary>
    public static async Task<WorkerProcess> StartAsync(string shared, string connection)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cds.CdsHooks.dll"), "worker", "--shared", shared, "--parallel", "1", $"--Cds:Store:PostgreSql={connection}", "--Cds:Outbound:AllowedNetworks:0=127.0.0.0/8"])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory,
        };
        var worker = new WorkerProcess(Process.Start(start)!);
        string? said = await worker.Running.StandardError.ReadLineAsync().WaitAsync(Patience);
        Assert.Equal("Waiting for partitions.", said);
        _ = worker.Running.StandardError.ReadToEndAsync();
        _ = worker.Running.StandardOutput.ReadToEndAsync();
        return worker;
    }

    /// <summary>Whether it is writing the answers of a partition.</summary>
    public bool IsAnswering => Directory.GetFiles($"/proc/{Id}/fd").Select(file => new FileInfo(file).LinkTarget).Any(target => target?.EndsWith(".partial", StringComparison.Ordinal) == true);
}
