namespace Cds.CdsHooks.Commands;

/// <summary>
/// A path as seen from where the command was typed: <c>dotnet run --project</c> starts the process in the folder of the project, and only the shell's own
/// variable still knows the other.
/// </summary>
internal static class CallerPath
{
    /// <summary>The path as seen from the working directory of the process.</summary>
    public static string Of(string path) => Path.IsPathRooted(path) ? path : Path.GetRelativePath(Environment.CurrentDirectory, Path.GetFullPath(path, Folder));

    /// <summary>Where the command was typed.</summary>
    public static string Folder => Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } typed && Directory.Exists(typed) ? typed : Environment.CurrentDirectory;
}
