namespace Cds.Knowledge.Patients;

/// <summary>
/// A number that was measured and could not be read (a unit that cannot be converted, an impossible value). It decides nothing itself, but what a laboratory worked out from an earlier
/// value of the fact is outdated by it: a value that cannot be read is not one that was never measured.
/// </summary>
/// <param name="FactId">Fact id of the knowledge base.</param>
/// <param name="Date">When it was measured.</param>
/// <param name="Resource">FHIR reference it came from.</param>
public sealed record UnreadValue(string FactId, ClinicalDate Date, string Resource);
