namespace Cds.Knowledge.Loading;

/// <summary>Texts that a command wrote for an author to fill in: <c>FILL IN: what to write</c>. Until then they are defects.</summary>
internal static class ToFill
{
    private const string Mark = "FILL IN";

    /// <summary>What is to be written (<c>: unit</c>); null for a text that is filled in.</summary>
    public static string? In(string text) => text.StartsWith(Mark, StringComparison.Ordinal) ? text[Mark.Length..] : null;
}
