namespace Cds.FhirMapping.Answers;

/// <summary>What a text says about one named finding.</summary>
/// <param name="Id">Id of the finding.</param>
/// <param name="Meaning">Its own answer; nothing for a mere mention.</param>
/// <param name="IsBare">Whether it is mentioned without any answer in a clause that is read completely and names no test.</param>
/// <param name="Share">Share of cells that stands with it.</param>
/// <param name="Decisive">The words that decided.</param>
internal readonly record struct ItemReading(string Id, AnswerMeaning Meaning, bool IsBare, CellShare? Share, string Decisive);
