using System.Diagnostics;
using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Telemetry;
using Cds.FhirMapping.Validation;
using Hl7.Fhir.Model;
using Task = System.Threading.Tasks.Task;

namespace Cds.CdsHooks.Delivery;

/// <summary>The last step of <c>/assessments</c>: the assessment is written out and sent.</summary>
internal sealed class AssessmentDelivery(KnowledgeBase knowledge, ILogger<AssessmentDelivery> logger)
{
    /// <summary>Sends the assessment, with the explanation and the validation where they were asked for.</summary>
    public async Task DeliverAsync(HttpContext http, BundleQuestion question, Assessment assessment)
    {
        OperationOutcome? validation = question.Validates ? InputIssues.Find(question.Body.Bytes, question.Language) : null;
        WireAssessment answer = WireAssessment.Of(assessment, knowledge, question.Language, question.Explains, validation);
        await JsonAnswer.WriteAsync(http, question.Language, answer, AssessmentJson.Default.WireAssessment);
        logger.Assessed(
            assessment.Conclusions.Count, assessment.Recommendations.Count, assessment.Notes.Count, Stopwatch.GetElapsedTime(question.Started).TotalMilliseconds);
    }
}
