namespace Cds.Knowledge.Loading;

/// <summary>A knowledge file: its path below the content folder, with forward slashes, and its text.</summary>
/// <param name="Path">For example <c>conclusions/staging.iss.yaml</c>.</param>
/// <param name="Text">YAML.</param>
public sealed record KnowledgeFile(string Path, string Text)
{
    /// <summary>The folder that holds a folder for each module.</summary>
    internal const string Modules = "modules/";

    /// <summary>The module that it belongs to; null for the knowledge of the documents and for an overlay.</summary>
    public string? Module => Overlay is null ? ModuleOf(Path) : null;

    /// <summary>The overlay folder that it stands in; null for the content that ships.</summary>
    public string? Overlay { get; init; }

    /// <summary>How messages name it: the path, below the overlay folder if it stands in one.</summary>
    public string Name => Overlay is { } folder ? $"{folder}/{Path}" : Path;

    /// <summary>The module that a path lies in; null when it lies in none.</summary>
    internal static string? ModuleOf(string path) =>
        path.StartsWith(Modules, StringComparison.Ordinal) && path.IndexOf('/', Modules.Length) is > 0 and var end ? path[Modules.Length..end] : null;

    /// <summary>A path within the layout that modules share with the content: <c>modules/x/facts/y.yaml</c> is <c>facts/y.yaml</c>.</summary>
    public static string InLayout(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ModuleOf(path) is { } module ? path[(Modules.Length + module.Length + 1)..] : path;
    }
}

/// <summary>Something wrong in a knowledge file.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">Line, from 1; 0 for the whole file.</param>
/// <param name="What">What is wrong.</param>
public sealed record KnowledgeDefect(string File, long Line, string What)
{
    /// <summary>Where in a JSON file, as a JSON path; null where the line says it.</summary>
    public string? Path { get; init; }

    /// <inheritdoc />
    public override string ToString() => Path is null ? $"{File}:{Line}: {What}" : $"{File}: {Path}: {What}";
}

/// <summary>The knowledge files are wrong; all defects are listed at once.</summary>
public sealed class KnowledgeDefectsException : Exception
{
    /// <summary>Creates the exception.</summary>
    public KnowledgeDefectsException(IReadOnlyList<KnowledgeDefect> defects)
        : base("The knowledge base has defects:" + Environment.NewLine + string.Join(Environment.NewLine, defects)) => Defects = defects;

    /// <summary>The defects, in file order.</summary>
    public IReadOnlyList<KnowledgeDefect> Defects { get; }
}
