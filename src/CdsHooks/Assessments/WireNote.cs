using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Assessments;

/// <summary>What was ignored or contradicts.</summary>
public sealed record WireNote
{
    /// <summary><c>information</c>, <c>warning</c> or <c>error</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>FHIR reference concerned.</summary>
    public string? Resource { get; init; }

    /// <summary>What and why.</summary>
    public required string Text { get; init; }

    internal static WireNote Of(Note note, Language language) => new()
    {
        Severity = WireName.Of(note.Severity),
        Resource = note.Resource,
        Text = note.Text.In(language),
    };
}
