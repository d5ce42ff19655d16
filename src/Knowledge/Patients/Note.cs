namespace Cds.Knowledge.Patients;

/// <summary>Something a reader of the assessment should know: a datum that was ignored, a contradiction, an assumption.</summary>
/// <param name="Severity">How serious.</param>
/// <param name="Resource">FHIR reference concerned, or null.</param>
/// <param name="Text">What and why.</param>
public sealed record Note(NoteSeverity Severity, string? Resource, LocalizedText Text)
{
    /// <summary>The conclusion whose meaning the note changes (a recorded diagnosis that the criteria contradict); null for a note about data.</summary>
    public string? Conclusion { get; init; }

    /// <summary>The text that was not understood; null when the note is about something else.</summary>
    public UnreadText? Unread { get; init; }
}

/// <summary>Severity of a note.</summary>
public enum NoteSeverity
{
    /// <summary>For information.</summary>
    Information,

    /// <summary>A datum was ignored or two data disagree.</summary>
    Warning,

    /// <summary>Data that must not be there, such as another patient's.</summary>
    Error,
}
