namespace Cds.FhirMapping.Ranges;

/// <summary>What came of a reference range in words.</summary>
internal enum ReferenceTextOutcome
{
    /// <summary>No text came.</summary>
    None,

    /// <summary>The limits for this patient were read.</summary>
    Read,

    /// <summary>A text came that could not be read, or holds no range for this patient: that has to be said, it is not "none came".</summary>
    Unreadable,
}

/// <summary>The limits that a reference range in words gives for a patient.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Low">Lower limit as written; null when there is none.</param>
/// <param name="High">Upper limit as written; null when there is none.</param>
/// <param name="LowIncluded">Whether the lower limit itself is normal.</param>
/// <param name="HighIncluded">Whether the upper limit itself is normal.</param>
/// <param name="Unit">Unit as written; null when the range has the unit of the result.</param>
internal sealed record ReferenceTextReading(ReferenceTextOutcome Outcome, decimal? Low = null, decimal? High = null, bool LowIncluded = true, bool HighIncluded = true, string? Unit = null)
{
    public static ReferenceTextReading None { get; } = new(ReferenceTextOutcome.None);

    public static ReferenceTextReading Unreadable { get; } = new(ReferenceTextOutcome.Unreadable);
}
