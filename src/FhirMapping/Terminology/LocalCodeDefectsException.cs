namespace Cds.FhirMapping.Terminology;

/// <summary>Files with codes of a site that cannot be used. Start-up fails with the list.</summary>
/// <param name="defects">All defects of all files.</param>
public sealed class LocalCodeDefectsException(IReadOnlyList<LocalCodeDefect> defects) : Exception(string.Join(Environment.NewLine, defects))
{
    /// <summary>All defects of all files.</summary>
    public IReadOnlyList<LocalCodeDefect> Defects { get; } = defects;
}
