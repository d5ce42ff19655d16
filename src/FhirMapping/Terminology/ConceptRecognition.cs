namespace Cds.FhirMapping.Terminology;

/// <summary>What a procedure or disease record is.</summary>
/// <param name="Identity">Whether it says what it is.</param>
/// <param name="Targets">What it stands for in the knowledge base; empty unless it is known.</param>
/// <param name="ByName">Whether its text said so, no code being known.</param>
internal sealed record ConceptRecognition(RecordIdentity Identity, IReadOnlyList<CodeTarget> Targets, bool ByName);
