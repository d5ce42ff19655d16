namespace Cds.FhirMapping.Terminology;

/// <summary>What a drug record is, from its codes and texts.</summary>
/// <param name="Identity">Whether it says what it is; a record on hold, or of a drug that was not given, is known.</param>
/// <param name="DrugIds">Drugs of the knowledge base that it names.</param>
/// <param name="ByText">Whether its text said so, no code being known.</param>
/// <param name="IsOnHold">Held or stopped: it does not run now, and whether it was given is unknown.</param>
/// <param name="IsNotGiven">Not given, not to be given, or a placebo: no exposure.</param>
internal sealed record DrugRecognition(RecordIdentity Identity, IReadOnlyList<string> DrugIds, bool ByText, bool IsOnHold, bool IsNotGiven)
{
    /// <summary>A record that says nothing of what it is.</summary>
    public static DrugRecognition Unidentified { get; } = new(RecordIdentity.Unidentified, [], false, false, false);

    /// <summary>A record of something that the knowledge base does not speak of, or of a form for the eye or the skin.</summary>
    public static DrugRecognition SomethingElse { get; } = new(RecordIdentity.SomethingElse, [], false, false, false);
}
