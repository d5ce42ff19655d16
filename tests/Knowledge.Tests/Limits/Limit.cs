namespace Cds.Knowledge.Tests.Limits;

/// <summary>A number of the content that decides something, where it is written.</summary>
/// <param name="File">Path below the content folder.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Owner">The entry that it stands in; null when it may belong to several.</param>
/// <param name="Key">The member that holds it, for example <c>gte</c>.</param>
/// <param name="Text">The member's value as written, for example <c>3.5 mg/L</c>.</param>
/// <param name="KeyIndex">Place of the key in the file's text; null for an element of a list.</param>
/// <param name="TextIndex">Place of the number in the file's text.</param>
internal sealed record Limit(string File, long Line, Owner? Owner, string Key, string Text, long? KeyIndex, long TextIndex)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}: {Key}: {Text}";
}

/// <summary>An entry of the knowledge base.</summary>
/// <param name="Kind">Its folder, for example <c>conclusions</c>.</param>
/// <param name="Id">Its id.</param>
internal sealed record Owner(string Kind, string Id);
