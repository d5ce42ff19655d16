using System.Text.Json;
using Cds.CdsHooks.Wire;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Assessments;

/// <summary>Writes a recommendation; the arrays of the contract are there also when empty.</summary>
internal static class RecommendationWriter
{
    /// <summary>Writes the recommendation; with an explanation also why each option stands so, which were left out, and why it does not apply.</summary>
    public static void Write(Utf8JsonWriter writer, Recommendation recommendation, Language language, ExplanationWriter? explanation)
    {
        RecommendationDefinition definition = recommendation.Definition;
        writer.WriteStartObject();
        writer.WriteString("id", recommendation.Id);
        writer.WriteString("title", definition.Title.In(language));
        writer.WriteString("topic", definition.Topic);
        writer.WriteString("status", Status(recommendation.Status));
        if (definition.Grade is { } grade) writer.WriteString("grade", grade.In(language));
        if (definition.EvidenceLevel is { } level) writer.WriteString("evidenceLevel", level);
        writer.WriteString("summary", recommendation.Summary.In(language));
        writer.WriteArray("options", recommendation.Options, (target, option) => OptionWriter.Write(target, option, language, explanation));
        explanation?.WriteLeftOut(writer, recommendation);
        writer.WriteArray("basis", recommendation.Basis, (target, basis) => BasisWriter.Write(target, basis, language));
        writer.WriteArray("missing", recommendation.Missing, (target, id) => target.WriteStringValue(id));
        writer.WriteFilledArray("toConfirm", recommendation.ToConfirm, (target, text) => target.WriteStringValue(text.In(language)));
        writer.WriteFilledArray("information", recommendation.Information, (target, text) => target.WriteStringValue(text.In(language)));
        writer.WriteFilledArray("evidence", definition.Evidence, (target, evidence) => EvidenceWriter.Write(target, evidence, language));
        writer.WriteArray("citations", definition.Citations, CitationWriter.Write);
        ModuleOriginWriter.Write(writer, definition.Origin);
        writer.WriteEndObject();
    }

    /// <summary>The name of a status in the contract.</summary>
    public static string Status(RecommendationStatus status) => status switch
    {
        RecommendationStatus.Due => "due",
        RecommendationStatus.Satisfied => "satisfied",
        RecommendationStatus.Indeterminate => "indeterminate",
        RecommendationStatus.NotApplicable => "not-applicable",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Add the new status to RecommendationWriter."),
    };
}
