namespace Cds.FhirMapping.Terminology;

/// <summary>Files with codes of a site that cannot be used. Start-up fails with the list.</summary>
/// <param name="defects">One line for each defect: file and what is wrong.</param>
public sealed class LocalCodeDefectsException(IReadOnlyList<string> defects) : Exception(string.Join(Environment.NewLine, defects))
{
    /// <summary>One line for each defect.</summary>
    public IReadOnlyList<string> Defects { get; } = defects;
}
