using Cds.FhirMapping;
using Cds.FhirMapping.Terminology;
using Cds.FhirMapping.Validation;
using Hl7.Fhir.Model;

namespace Cds.CdsHooks.Companion.Sandbox;

/// <summary>What of a record was read and by what, what was left out and why, which codes mean nothing, and what is no valid FHIR R4: the map report.</summary>
internal sealed class ReadingReport(KnowledgeBase knowledge, CodeMap codes, ServiceClock clock)
{
    /// <summary>The report of a Bundle, in English as the command prints it.</summary>
    public string Of(ReadOnlyMemory<byte> bundle)
    {
        using var text = new StringWriter();
        new MapReport(knowledge, codes, new PatientFactsReader(knowledge, codes, clock.TimeZone)).Write(text, "Bundle", bundle);
        return text.ToString();
    }

    /// <summary>What is no valid FHIR R4 or could not be checked, one line each; that nothing was found is no issue.</summary>
    public static IReadOnlyList<string> Issues(ReadOnlyMemory<byte> bundle, Language language) =>
        [.. InputIssues.Find(bundle, language).Issue.Where(issue => issue.Code != OperationOutcome.IssueType.Informational).Select(issue => $"{string.Join(", ", issue.Expression)}: {issue.Details?.Text ?? issue.Diagnostics}")];
}
