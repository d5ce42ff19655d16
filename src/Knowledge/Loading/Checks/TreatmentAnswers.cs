using System.Collections.Immutable;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>
/// Every diagnosis in every phase of treatment has a rule that says how to treat or to watch, or a stated reason why not. Only rules that name their
/// disease count: one that could apply to any patient answers none.
/// </summary>
internal sealed class TreatmentAnswers : ISenseCheck
{
    private static readonly string[] Topics = ["regimen", "risk"];

    /// <inheritdoc />
    public void Check(ContentRead content)
    {
        var situations = new Situations(content.Conclusions);
        ImmutableHashSet<Situation> answered = [];
        foreach (RecommendationDefinition recommendation in content.Recommendations.Where(r => r.Trigger == Trigger.Assessment && Topics.Contains(r.Topic)))
        {
            ImmutableHashSet<Situation> scope = situations.Of(recommendation.Applies);
            if (scope.Select(s => s.Diagnosis).Distinct().Count() < situations.Diagnoses.Count) answered = answered.Union(scope);
        }

        foreach (Situation open in situations.All.Except(answered).Where(s => !content.Reasons.SituationsWithoutTreatment.ContainsKey((s.Diagnosis, s.Phase))).OrderBy(s => s.Diagnosis, StringComparer.Ordinal).ThenBy(s => s.Phase, StringComparer.Ordinal))
            content.Entries.Defect("conclusions", situations.DiagnosisId, $"no rule treats or watches '{open.Diagnosis}' in phase '{open.Phase}', and stated-reasons.yaml gives no reason");
    }
}
