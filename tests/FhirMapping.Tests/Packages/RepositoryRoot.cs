using System.Runtime.CompilerServices;

namespace Cds.FhirMapping.Tests.Packages;

/// <summary>Paths of files in the repository that the tests were built from.</summary>
internal static class RepositoryRoot
{
    /// <summary>The full path of a file or folder.</summary>
    public static string PathOf(string relative) => Path.Combine(Above(Here()), relative);

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
