namespace Cds.CdsHooks.Batch.Queue;

/// <summary>The folder that all machines of a run see.</summary>
internal static class SharedFolder
{
    /// <summary>Whether a file or folder lies in it.</summary>
    public static bool Holds(string shared, string path)
    {
        string relative = Path.GetRelativePath(Path.GetFullPath(shared), Path.GetFullPath(path));
        return relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !Path.IsPathRooted(relative);
    }
}
