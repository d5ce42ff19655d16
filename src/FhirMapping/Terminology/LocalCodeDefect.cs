namespace Cds.FhirMapping.Terminology;

/// <summary>Something wrong in a file with codes of a site.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line, from 1, where the text is no JSON; 0 when it is.</param>
/// <param name="Path">JSON path of the element (<c>$.group[0].element[2]</c>); null when the text is no JSON.</param>
/// <param name="What">What is wrong.</param>
public sealed record LocalCodeDefect(string File, long Line, string? Path, string What)
{
    /// <inheritdoc />
    public override string ToString() => Path is null ? $"{File}:{Line}: {What}" : $"{File}: {Path}: {What}";
}
