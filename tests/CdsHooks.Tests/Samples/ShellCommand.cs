using System.Diagnostics;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>Runs a command of a document as a reader would, from the root of the repository.</summary>
internal static class ShellCommand
{
    /// <summary>What the command prints.</summary>
    public static async Task<string> RunAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", command])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return await output;
    }
}
