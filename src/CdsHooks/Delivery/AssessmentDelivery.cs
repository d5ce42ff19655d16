using System.Diagnostics;
using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Wire;
using Cds.FhirMapping.Validation;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
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
        ExplanationWriter? explanation = question.Explains ? new ExplanationWriter(knowledge, question.Language) : null;
        await JsonAnswer.WriteAsync(
            http, StatusCodes.Status200OK, "application/json", question.Language,
            writer => AssessmentWriter.Write(writer, assessment, knowledge, question.Language, explanation, validation));
        logger.Assessed(
            assessment.Conclusions.Count, assessment.Recommendations.Count, assessment.Notes.Count, Stopwatch.GetElapsedTime(question.Started).TotalMilliseconds);
    }
}
