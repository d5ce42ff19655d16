namespace Cds.Knowledge.Tests.Limits;

/// <summary>A number of the content that decides something, where it is written.</summary>
/// <param name="File">Path below the content folder.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Owner">The entry that it stands in.</param>
/// <param name="Path">The members that lead to it within the entry, list items by their id, value or code where they have one: <c>rows.I.when.all.0.lt</c>.</param>
/// <param name="Key">The member that holds it, for example <c>gte</c>.</param>
/// <param name="Text">The member's value as written, for example <c>3.5 mg/L</c>.</param>
/// <param name="KeyIndex">Place of the operator in the file's text; null for an element of a list.</param>
/// <param name="TextIndex">Place of the number in the file's text.</param>
internal sealed record Limit(string File, long Line, Owner Owner, string Path, string Key, string Text, long? KeyIndex, long TextIndex)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}: {Path}: {Text}";
}

/// <summary>An entry of the knowledge base.</summary>
/// <param name="Kind">Its folder, for example <c>conclusions</c>.</param>
/// <param name="Id">Its id.</param>
internal readonly record struct Owner(string Kind, string Id);
