using System.Runtime.CompilerServices;

namespace Cds.FhirValidation;

/// <summary>Files of the repository that are held against the specification.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = Above(Here());

    /// <summary>The JSON files of a folder and its subfolders but what builds leave there, as paths from the root of the repository with forward slashes, in a fixed order.</summary>
    public static IReadOnlyList<string> Json(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of one.</summary>
    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

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
