using System.Reflection;

namespace Cds.Knowledge.Loading;

/// <summary>Files that ship inside the assembly.</summary>
internal static class EmbeddedFiles
{
    /// <summary>The files below a folder, their paths relative to it, in the order of their paths.</summary>
    public static IReadOnlyList<KnowledgeFile> Under(string folder)
    {
        Assembly assembly = typeof(EmbeddedFiles).Assembly;
        string prefix = folder + "/";
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            return new KnowledgeFile(name[prefix.Length..].Replace('\\', '/'), reader.ReadToEnd());
        })];
    }
}
