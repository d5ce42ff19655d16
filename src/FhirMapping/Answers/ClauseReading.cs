namespace Cds.FhirMapping.Answers;

/// <summary>What one clause says.</summary>
/// <param name="Meaning">Its answer; nothing when it only names things.</param>
/// <param name="Decisive">The word that decided.</param>
/// <param name="IsUnread">Whether it holds a word that is not in the tables.</param>
/// <param name="IsAboutOther">Whether it is about another finding only.</param>
/// <param name="IsReference">Whether it names a test or another document.</param>
internal readonly record struct ClauseReading(AnswerMeaning Meaning, Token Decisive, bool IsUnread, bool IsAboutOther, bool IsReference);
