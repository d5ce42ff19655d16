using System.Diagnostics;

namespace Cds.CdsHooks.Tests.Batch.Queue;

/// <summary><c>worker</c> as a process of its own, as on another machine.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>Starts it and waits until it waits for work.</summary>
    public static async Task<WorkerProcess> StartAsync(string shared, string connection)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cds.CdsHooks.dll"), "worker", "--shared", shared, "--parallel", "1", $"--Cds:Store:PostgreSql={connection}"])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory,
        };
        var worker = new WorkerProcess(Process.Start(start)!);
        string? said = await worker._process.StandardError.ReadLineAsync().WaitAsync(Patience);
        Assert.Equal("Waiting for partitions.", said);
        _ = worker._process.StandardError.ReadToEndAsync();
        _ = worker._process.StandardOutput.ReadToEndAsync();
        return worker;
    }

    /// <summary>Whether it is writing the answers of a partition.</summary>
    public bool IsAnswering => Directory.GetFiles($"/proc/{_process.Id}/fd").Select(file => new FileInfo(file).LinkTarget).Any(target => target?.EndsWith(".partial", StringComparison.Ordinal) == true);

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end and waits until it has.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        using Process signal = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await signal.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }
}
