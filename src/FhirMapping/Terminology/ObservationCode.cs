namespace Cds.FhirMapping.Terminology;

/// <summary>A code under which observations are recognised.</summary>
/// <param name="Subject">Fact id, or the name of a test that is read in its own way (<c>cytogenetics</c>).</param>
/// <param name="System">Code system URI.</param>
/// <param name="Code">Code.</param>
/// <param name="Test">The test; null for a fact.</param>
public sealed record ObservationCode(string Subject, string System, string Code, SpecialTest? Test = null);
