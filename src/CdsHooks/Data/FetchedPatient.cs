namespace Cds.CdsHooks.Data;

/// <summary>A patient read from a FHIR server for somebody who looks at the record.</summary>
/// <param name="Bundle">All that was read, as one Bundle with one Patient; JSON in UTF-8.</param>
/// <param name="Gaps">What it does not hold.</param>
internal sealed record FetchedPatient(ReadOnlyMemory<byte> Bundle, RecordGaps Gaps);
