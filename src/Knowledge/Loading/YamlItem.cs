namespace Cds.Knowledge.Loading;

/// <summary>An entry of a list that may be a text or a mapping.</summary>
/// <param name="Owner">The entry that holds the list.</param>
/// <param name="Line">Its line.</param>
/// <param name="Text">The text; null for a mapping.</param>
/// <param name="Entry">The mapping; null for a text.</param>
internal sealed record YamlItem(YamlEntry Owner, long Line, string? Text, YamlEntry? Entry)
{
    /// <summary>Reports what is wrong with it; there is nothing to read then.</summary>
    public T? Report<T>(string what)
        where T : class
    {
        Owner.Defects.Add(Owner.File, Line, what);
        return null;
    }
}
