namespace Cds.Knowledge.Documents;

/// <summary>A part of a document that a rule, a dose or a figure comes from.</summary>
/// <param name="Part">The part.</param>
/// <param name="Note">Which piece of it, or what to know when looking there; null when the part says it all.</param>
public sealed record Citation(DocumentPart Part, LocalizedText? Note = null)
{
    /// <summary>Document id.</summary>
    public string Document => Part.Document;

    /// <summary>The place as readers find it, with the note.</summary>
    public LocalizedText Place => Note is null ? Part.Place : new LocalizedText($"{Part.Place.En} ({Note.En})", $"{Part.Place.Ja}（{Note.Ja}）");
}
