namespace Cds.FhirMapping.Answers;

/// <summary>Which findings a name stands for, and what its bare mention says.</summary>
/// <param name="Facts">Fact ids; none for findings that are no fact.</param>
/// <param name="Use">What a bare mention says.</param>
internal sealed record FindingName(IReadOnlyList<string> Facts, MentionUse Use);
