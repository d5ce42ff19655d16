using System.Text.Json;
using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Delivery;
using Cds.CdsHooks.Wire;
using Cds.FhirMapping.Proposals;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Cards;

/// <summary>Writes cards as CDS Hooks wants them: nothing null, nothing empty, no member beyond the specification's outside <c>extension</c>.</summary>
internal static class CardWriter
{
    private const string CodeSystems = "https://myeloma-cds.example.org/fhir/CodeSystem/";

    /// <summary>Code system of the override reasons that cards offer.</summary>
    public const string OverrideReasonSystem = CodeSystems + "override-reason";

    /// <summary>HL7's reasons for not following advice (CDS Hooks 3.0), named beside ours.</summary>
    public const string StandardReasonSystem = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";

    private const string AssessmentExtension = "org.myeloma-cds.assessment", ReasonsExtension = "org.myeloma-cds.override-reasons", KeptBackExtension = "org.myeloma-cds.kept-back";

    /// <summary>Writes a whole response, with what was kept back and why.</summary>
    public static void Write(Utf8JsonWriter writer, ShownCards shown, Language language)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("cards");
        foreach (Card card in shown.Cards) WriteCard(writer, card, language);
        writer.WriteEndArray();
        if (shown.KeptBack.Count > 0)
        {
            writer.WriteStartObject("extension");
            writer.WriteFilledArray(KeptBackExtension, shown.KeptBack, (target, kept) => WriteKeptBack(target, kept, language));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteCard(Utf8JsonWriter writer, Card card, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("uuid", card.Uuid);
        writer.WriteString("summary", card.Summary);
        if (card.Detail.Length > 0) writer.WriteString("detail", card.Detail);
        writer.WriteString("indicator", Indicator(card.Indicator));
        WriteSource(writer, card.Source);
        writer.WriteFilledArray("suggestions", card.Suggestions, WriteSuggestion);
        if (card.Suggestions.Count > 0) writer.WriteString("selectionBehavior", card.SuggestionsCombine ? "any" : "at-most-one");
        writer.WriteFilledArray("overrideReasons", card.OverrideReasons, (target, reason) => WriteOverrideReason(target, reason, language));
        writer.WriteFilledArray("links", card.Links, WriteLink);
        writer.WriteStartObject("extension");
        writer.WriteStartObject(AssessmentExtension);
        WriteAssessment(writer, card.Assessment, language);
        writer.WriteEndObject();
        writer.WriteFilledArray(ReasonsExtension, [.. card.OverrideReasons.Where(reason => reason.Standard is not null)], WriteStandardReason);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter writer, CardSource source)
    {
        writer.WriteStartObject("source");
        writer.WriteString("label", source.Label);
        writer.WriteString("url", source.Url);
        writer.WriteStartObject("topic");
        writer.WriteString("system", CodeSystems + "card-topic");
        writer.WriteString("code", source.Topic);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteSuggestion(Utf8JsonWriter writer, CardSuggestion suggestion)
    {
        writer.WriteStartObject();
        writer.WriteString("label", suggestion.Label);
        writer.WriteString("uuid", suggestion.Uuid);
        if (suggestion.IsRecommended) writer.WriteBoolean("isRecommended", true);
        writer.WriteFilledArray("actions", suggestion.Actions, WriteAction);
        writer.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter writer, CardAction action)
    {
        writer.WriteStartObject();
        writer.WriteString("type", ActionType(action.Type));
        writer.WriteString("description", action.Description);
        if (action.ResourceId is { } id) writer.WriteString("resourceId", id);
        if (action.Resource is { } resource)
        {
            writer.WritePropertyName("resource");
            StrictFhir.Write(writer, resource);
        }

        writer.WriteEndObject();
    }

    private static string ActionType(CardActionType type) => type switch
    {
        CardActionType.Delete => "delete",
        CardActionType.Create => "create",
        CardActionType.Update => "update",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Add the new type to CardWriter."),
    };

    private static void WriteOverrideReason(Utf8JsonWriter writer, OverrideReason reason, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("system", OverrideReasonSystem);
        writer.WriteString("code", reason.Id);
        writer.WriteString("display", reason.Title.In(language));
        writer.WriteEndObject();
    }

    private static void WriteStandardReason(Utf8JsonWriter writer, OverrideReason reason)
    {
        writer.WriteStartObject();
        writer.WriteString("code", reason.Id);
        writer.WriteStartObject("standardCoding");
        writer.WriteString("system", StandardReasonSystem);
        writer.WriteString("code", reason.Standard);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteKeptBack(Utf8JsonWriter writer, KeptBack kept, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", kept.Card.Assessment.Id);
        writer.WriteString("summary", kept.Card.Summary);
        writer.WriteString("indicator", Indicator(kept.Card.Indicator));
        if (kept.Reason is { } reason)
        {
            writer.WritePropertyName("reason");
            WriteOverrideReason(writer, reason, language);
        }

        writer.WriteString("overridden", kept.Override.Received);
        if (kept.Until is { } until) writer.WriteString("until", until);
        writer.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter writer, CardLink link)
    {
        writer.WriteStartObject();
        writer.WriteString("label", link.Label);
        writer.WriteString("url", link.Url);
        writer.WriteString("type", link.AppContext is null ? "absolute" : "smart");
        if (link.AppContext is { } appContext) writer.WriteString("appContext", appContext);
        writer.WriteEndObject();
    }

    private static void WriteAssessment(Utf8JsonWriter writer, CardAssessment assessment, Language language)
    {
        writer.WriteString("id", assessment.Id);
        writer.WriteFilledArray("also", assessment.Also, (target, id) => target.WriteStringValue(id));
        if (assessment.Value is { } value and not ListAnswer { Members.Count: 0 })
        {
            writer.WritePropertyName("value");
            AnswerWriter.Write(writer, value);
        }

        writer.WriteFilledArray("possible", assessment.Possible, AnswerWriter.Write);
        if (assessment.Status is { } status) writer.WriteString("status", RecommendationWriter.Status(status));
        if (assessment.Grade is { } grade) writer.WriteString("grade", grade);
        writer.WriteFilledArray("options", assessment.Options, (target, option) => OptionWriter.WriteBrief(target, option, language));
        writer.WriteFilledArray("basis", assessment.Basis, (target, basis) => BasisWriter.Write(target, basis, language));
        writer.WriteFilledArray("missing", assessment.Missing, (target, id) => target.WriteStringValue(id));
        writer.WriteFilledArray("citations", assessment.Citations, CitationWriter.Write);
        ModuleOriginWriter.Write(writer, assessment.Origin);
        writer.WriteFilledArray("notes", assessment.Notes, (target, note) => NoteWriter.Write(target, note, language));
        writer.WriteFilledArray("localAdaptations", assessment.LocalAdaptations, (target, adaptation) => LocalAdaptationWriter.Write(target, adaptation, language));
        writer.WriteFilledArray("related", assessment.Related, (target, conclusion) =>
        {
            target.WriteStartObject();
            WriteAssessment(target, Of(conclusion), language);
            target.WriteEndObject();
        });
    }

    private static CardAssessment Of(Conclusion conclusion) => new(conclusion.Id)
    {
        Value = conclusion.Value,
        Possible = conclusion.Possible,
        Basis = conclusion.Basis,
        Missing = conclusion.Missing,
        Citations = conclusion.Citations,
        Origin = conclusion.Origin,
    };

    /// <summary>The indicator as CDS Hooks writes it.</summary>
    public static string Indicator(Urgency urgency) => urgency switch
    {
        Urgency.Info => "info",
        Urgency.Warning => "warning",
        Urgency.Critical => "critical",
        _ => throw new ArgumentOutOfRangeException(nameof(urgency), urgency, "Add the new urgency to CardWriter."),
    };
}
