namespace Cds.CdsHooks.Errors;

/// <summary>What is wrong, as code and for readers.</summary>
public sealed record WireOutcomeDetails
{
    /// <summary>The stable kind of problem; in a validation the FHIR library's code of the fault.</summary>
    public IEnumerable<WireCoding>? Coding { get; init; }

    /// <summary>A sentence in the language asked for.</summary>
    public required string Text { get; init; }
}
