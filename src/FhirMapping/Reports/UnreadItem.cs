namespace Cds.FhirMapping.Reports;

/// <summary>One thing of a record that was not read.</summary>
/// <param name="Kind"><c>code</c>, <c>text</c> (a concept without a code), <c>unit</c> or <c>answer</c> (a phrase).</param>
/// <param name="Text">What and where (<c>Observation http://loinc.org|99999-9</c>); null for a text that could tell something of a patient and is only counted.</param>
public sealed record UnreadItem(string Kind, string? Text)
{
    /// <summary>The kind that may be told also when a single patient has it: codes say nothing of persons.</summary>
    public const string Code = "code";
}
