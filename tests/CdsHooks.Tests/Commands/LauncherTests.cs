using System.Diagnostics;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Commands;

/// <summary><c>cds</c> beside the program runs its commands, reads what is piped into it, and ends with their exit code.</summary>
public sealed class LauncherTests
{
    [Theory]
    [InlineData("synthesize 2 --as-of 2026-11-20 | \"$0\" batch --as-of 2026-11-20 | wc -l", "2", 0)]
    [InlineData("batch --lang fr", "--lang: 'fr' is neither en nor ja.", 2)]
    public async Task Commands_run_by_their_short_name(string command, string says, int exit)
    {
        string launcher = Path.Combine(AppContext.BaseDirectory, "cds");
        File.Copy(Path.Combine(Repository.Root, "cds"), launcher, overwrite: true);
        using Process shell = Process.Start(new ProcessStartInfo("sh", ["-c", $"\"$0\" {command}", launcher]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(says, (await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim());
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(exit, shell.ExitCode);
    }
}
