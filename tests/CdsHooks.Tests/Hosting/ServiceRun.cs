using System.Diagnostics;

namespace Cds.CdsHooks.Tests.Hosting;

/// <summary>The service as a program that is started and ends by itself: its exit code and what it said.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Errors">What it wrote to the stream of errors.</param>
/// <param name="Output">What it wrote to the console besides.</param>
internal sealed record ServiceRun(int ExitCode, string Errors, string Output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs the program that was built, in the Development environment.</summary>
    /// <param name="settings">Arguments of the form <c>--key=value</c>.</param>
    /// <param name="folder">Working directory; that of the program when not given.</param>
    /// <param name="wrapper">Program that starts it, with its arguments: another user, a full disk.</param>
    /// <param name="environment">Further variables.</param>
    public static async Task<ServiceRun> ToEndAsync(
        IEnumerable<(string Key, string Value)> settings, string? folder = null, IReadOnlyList<string>? wrapper = null, params (string Name, string Value)[] environment)
    {
        string[] command = [.. wrapper ?? [], "dotnet", Path.Combine(AppContext.BaseDirectory, "Cds.CdsHooks.dll"), .. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment.Remove("OTEL_EXPORTER_OTLP_ENDPOINT");
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("The service did not end: " + await output + await errors);
        }

        return new ServiceRun(process.ExitCode, await errors, await output);
    }

    /// <summary>It ended with exit code 1 and sentences that say these things, and dumped nothing.</summary>
    public void SaysAndEnds(params string[] said)
    {
        Assert.True(ExitCode == 1, $"exit code {ExitCode}: {Errors}{Output}");
        foreach (string text in said) Assert.Contains(text, Errors, StringComparison.Ordinal);
        foreach (string dumped in new[] { "   at ", "Exception", "Unhandled", "core dumped" }) Assert.DoesNotContain(dumped, Errors + Output, StringComparison.Ordinal);
    }
}
