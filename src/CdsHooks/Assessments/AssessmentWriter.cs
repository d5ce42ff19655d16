using System.Text.Json;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Requests;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Assessments;

/// <summary>Writes a whole assessment in the shape of the contract.</summary>
internal static class AssessmentWriter
{
    /// <summary>Writes the assessment; with an explanation the recommendations that do not apply follow those that do.</summary>
    public static void Write(Utf8JsonWriter writer, Assessment assessment, KnowledgeBase knowledge, Language language, ExplanationWriter? explanation)
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
        writer.WriteArray("notes", assessment.Notes, (target, note) => WriteNote(target, note, language));
        writer.WriteEndObject();
    }

    private static void WriteNote(Utf8JsonWriter writer, Note note, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("severity", note.Severity switch
        {
            NoteSeverity.Information => "information",
            NoteSeverity.Warning => "warning",
            NoteSeverity.Error => "error",
            _ => throw new InvalidOperationException("Add the new severity to AssessmentWriter."),
        });
        if (note.Resource is { } resource) writer.WriteString("resource", resource);
        writer.WriteString("text", note.Text.In(language));
        writer.WriteEndObject();
    }
}
