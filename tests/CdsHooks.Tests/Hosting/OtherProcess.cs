using System.Diagnostics;

namespace Cds.CdsHooks.Tests.Hosting;

/// <summary>The program as a process of its own, which can be ended in the ways that an operator and a crash end it.</summary>
public abstract class OtherProcess(Process process, TimeSpan patience) : IAsyncDisposable
{
    /// <summary>The process.</summary>
    protected Process Running => process;

    /// <summary>Id of the process.</summary>
    public int Id => process.Id;

    /// <summary>Ends it as <c>kill -9</c> does: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as an operator does, and waits until it has.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        using Process signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await signal.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(patience);
        return process.ExitCode;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
        GC.SuppressFinalize(this);
    }
}
