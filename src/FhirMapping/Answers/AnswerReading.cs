namespace Cds.FhirMapping.Answers;

/// <summary>What a text says about a finding, and the words that decided.</summary>
/// <param name="Meaning">Present, absent, or why neither.</param>
/// <param name="Decisive">The words that decided, in one letter case and width; empty when none did.</param>
internal readonly record struct AnswerReading(AnswerMeaning Meaning, string Decisive)
{
    /// <summary>Whether the text says that the finding is there or that it is not.</summary>
    public bool IsDefinite => Meaning is AnswerMeaning.Present or AnswerMeaning.Absent;
}
