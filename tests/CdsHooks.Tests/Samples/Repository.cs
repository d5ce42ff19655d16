using System.Runtime.CompilerServices;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>Files of the repository that tests read.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Cds.sln.</summary>
    public static string Root { get; } = Above(Here());

    public static string Samples => Path.Combine(Root, "samples");

    public static string Cases => Path.Combine(Root, "tests", "CdsHooks.Tests", "Cases");

    private static string Here([CallerFilePath] string caller = "") => caller;

    private static string Above(string file)
    {
        for (DirectoryInfo? folder = Directory.GetParent(file); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cds.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("No Cds.sln above " + file);
    }
}
