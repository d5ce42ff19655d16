using Cds.Knowledge.Criteria;
using Hl7.Fhir.Model;

namespace Cds.CdsHooks.Assessments;

/// <summary>Everything that the knowledge base says of one patient at one time.</summary>
/// <param name="Subject">Patient reference.</param>
/// <param name="AsOf">The moment asked about, as given.</param>
/// <param name="Language">Language of the texts: <c>en</c> or <c>ja</c>.</param>
/// <param name="KnowledgeBase">The knowledge base that answered.</param>
/// <param name="Conclusions">Conclusions that apply.</param>
/// <param name="Recommendations">Recommendations that apply, most urgent first.</param>
/// <param name="Notes">What was ignored or contradicts, and why.</param>
public sealed record WireAssessment(
    string Subject,
    string AsOf,
    string Language,
    WireKnowledgeBase KnowledgeBase,
    IEnumerable<WireConclusion> Conclusions,
    IEnumerable<WireRecommendation> Recommendations,
    IEnumerable<WireNote> Notes)
{
    /// <summary>With <c>validate=true</c>: what is no valid FHIR R4 in the body.</summary>
    public WireOutcome? Validation { get; init; }

    /// <summary>The assessment; with an explanation the recommendations that do not apply follow those that do.</summary>
    internal static WireAssessment Of(Assessment assessment, KnowledgeBase knowledge, Language language, bool explains = false, OperationOutcome? validation = null)
    {
        CriterionWording? explained = explains ? new CriterionWording(knowledge) : null;
        IEnumerable<Recommendation> recommendations = explains ? assessment.Recommendations.Concat(assessment.NotApplicable) : assessment.Recommendations;
        return new WireAssessment(
            assessment.Subject,
            assessment.AsOf,
            language.Tag(),
            WireKnowledgeBase.Of(knowledge),
            assessment.Conclusions.Select(conclusion => WireConclusion.Of(conclusion, language)),
            recommendations.Select(recommendation => WireRecommendation.Of(recommendation, language, explained)),
            assessment.Notes.Select(note => WireNote.Of(note, language)))
        {
            Validation = validation is null ? null : WireOutcome.Of(validation),
        };
    }
}
