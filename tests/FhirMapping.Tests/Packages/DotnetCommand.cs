using System.Diagnostics;

namespace Cds.FhirMapping.Tests.Packages;

/// <summary>A call of the <c>dotnet</c> command by a test, with what it printed.</summary>
internal static class DotnetCommand
{
    /// <summary>What the command printed.</summary>
    /// <exception cref="InvalidOperationException">The command failed, or took too long.</exception>
    public static async Task<string> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}: {output}{await errors}");
    }
}
