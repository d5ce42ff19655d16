using System.Diagnostics;

namespace Cds.FhirMapping.Tests.Validation;

/// <summary>
/// Medplum's validator, which this project did not write, over a folder of FHIR resources. Tests are skipped where it is not installed, unless
/// <c>CDS_TESTS_COMPLETE</c> is set, as the test script does.
/// </summary>
internal static class PackageValidator
{
    private static readonly string Folder = Find();

    /// <summary>What it prints of the resources, one line each; the exit code is part of the answer.</summary>
    public static (int Exit, IReadOnlyList<string> Lines) Run(string package)
    {
        bool installed = Directory.Exists(Path.Combine(Folder, "node_modules"));
        Assert.True(installed || Environment.GetEnvironmentVariable("CDS_TESTS_COMPLETE") is null, "tests/prepare/third-party-fhir-server.sh has not been run.");
        Assert.SkipUnless(installed, "The validator is not installed (tests/prepare/third-party-fhir-server.sh).");
        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder, RedirectStandardOutput = true };
        start.ArgumentList.Add("validate.mjs");
        start.ArgumentList.Add(package);
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string found = Path.Combine(folder.FullName, "tests", "third-party-fhir-server");
            if (Directory.Exists(found)) return found;
        }

        throw new DirectoryNotFoundException("tests/third-party-fhir-server");
    }
}
