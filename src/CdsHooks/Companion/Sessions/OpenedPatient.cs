using Cds.CdsHooks.Data;

namespace Cds.CdsHooks.Companion.Sessions;

/// <summary>A patient that somebody looks at: the record as it came, and how to begin.</summary>
/// <param name="Bundle">A FHIR R4 Bundle with exactly one Patient, as JSON.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="Name">What the patient is called on the page: a sample, a server. Never a person's name.</param>
internal sealed record OpenedPatient(ReadOnlyMemory<byte> Bundle, PatientOrigin Origin, LocalizedText Name)
{
    /// <summary>The moment that is shown first, as it was written; null for now.</summary>
    public string? AsOf { get; init; }

    /// <summary>Id of the rule whose card is open first, as <c>appContext</c> names it; null for none.</summary>
    public string? Card { get; init; }

    /// <summary>What the Bundle is known not to hold; null when it counts as all there is.</summary>
    public RecordGaps? Gaps { get; init; }

    /// <summary>What it takes to read the record again; null where it cannot be read again.</summary>
    public RecordAccess? Access { get; init; }
}

/// <summary>Where the record of an opened patient came from.</summary>
internal enum PatientOrigin
{
    /// <summary>A synthetic patient of this service.</summary>
    Sample,

    /// <summary>A Bundle that somebody pasted or dropped.</summary>
    Given,

    /// <summary>An open FHIR server that somebody named.</summary>
    FhirServer,

    /// <summary>An EHR, after a SMART launch.</summary>
    Ehr,
}
