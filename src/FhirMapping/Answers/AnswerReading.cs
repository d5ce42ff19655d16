namespace Cds.FhirMapping.Answers;

/// <summary>What a text says about a finding, and the words that decided.</summary>
/// <param name="Meaning">Present, absent, or why neither.</param>
/// <param name="Decisive">The words that decided, in one letter case and width; empty when none did.</param>
/// <param name="Share">Share of cells that stands with the answer, or for it; left to the cut-off of the fact.</param>
internal readonly record struct AnswerReading(AnswerMeaning Meaning, string Decisive, CellShare? Share = null)
{
    /// <summary>Whether the text says that the finding is there or that it is not.</summary>
    public bool IsDefinite => Meaning is AnswerMeaning.Present or AnswerMeaning.Absent;
}
