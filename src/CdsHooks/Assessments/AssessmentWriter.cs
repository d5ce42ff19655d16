using System.Text.Json;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Wire;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Cds.CdsHooks.Assessments;

/// <summary>Writes a whole assessment in the shape of the contract.</summary>
internal static class AssessmentWriter
{
    private static readonly FhirJsonSerializer FhirJson = new();

    /// <summary>
    /// Writes the assessment; with an explanation the recommendations that do not apply follow those that do, with a validation what is wrong with the input
    /// stands at the end.
    /// </summary>
    public static void Write(
        Utf8JsonWriter writer, Assessment assessment, KnowledgeBase knowledge, Language language, ExplanationWriter? explanation, OperationOutcome? validation)
    {
        writer.WriteStartObject();
        writer.WriteString("subject", assessment.Subject);
        writer.WriteString("asOf", assessment.AsOf);
        writer.WriteString("language", language.Tag());
        writer.WriteStartObject("knowledgeBase");
        writer.WriteString("version", knowledge.Version);
        writer.WriteArray("documents", SourceDocuments.Of(knowledge), (target, document) => target.WriteStringValue(document.Id));
        writer.WriteEndObject();
        writer.WriteArray("conclusions", assessment.Conclusions, (target, conclusion) => ConclusionWriter.Write(target, conclusion, language));
        IEnumerable<Recommendation> recommendations = explanation is null ? assessment.Recommendations : assessment.Recommendations.Concat(assessment.NotApplicable);
        writer.WriteArray("recommendations", recommendations, (target, item) => RecommendationWriter.Write(target, item, language, explanation));
        writer.WriteArray("notes", assessment.Notes, (target, note) => NoteWriter.Write(target, note, language));
        if (validation is not null)
        {
            writer.WritePropertyName("validation");
            FhirJson.Serialize(validation, writer);
        }

        writer.WriteEndObject();
    }
}
