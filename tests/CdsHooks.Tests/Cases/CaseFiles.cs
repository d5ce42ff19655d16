using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Cases;

/// <summary>The case files: `Shared` came with the contract and is kept as it came, `Own` is ours (written by tools/build-cases.py).</summary>
internal static class CaseFiles
{
    public static IEnumerable<string> All { get; } =
        Directory.GetFiles(Repository.Cases, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Cases, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Cases, file));
}
