namespace Cds.Knowledge.Patients;

/// <summary>A text of the record that was not understood, so that a site can say what to add.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">English name of what it was said of.</param>
/// <param name="Text">The text as sent.</param>
public sealed record UnreadText(UnreadKind Kind, string Subject, string Text);

/// <summary>Kinds of texts that were not understood.</summary>
public enum UnreadKind
{
    /// <summary>A unit that cannot be converted.</summary>
    Unit,

    /// <summary>An answer in words or by a code.</summary>
    Answer,
}
