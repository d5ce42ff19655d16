using System.Collections.Immutable;
using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>
/// A rule asks a conclusion only where it can have an answer. One that never applies to the rule's disease makes the condition false for ever, which
/// nobody would see.
/// </summary>
internal sealed class ConclusionScopes : ISenseCheck
{
    /// <inheritdoc />
    public void Check(ContentRead content)
    {
        var situations = new Situations(content.Conclusions);
        if (situations.All.IsEmpty) return;
        foreach (var conclusion in content.Conclusions) Rule(content, situations, "conclusions", conclusion.Id, conclusion.Applies, conclusion.Criteria());
        foreach (var recommendation in content.Recommendations) Rule(content, situations, "recommendations", recommendation.Id, recommendation.Applies, recommendation.Criteria());
    }

    private static void Rule(ContentRead content, Situations situations, string kind, string id, Criterion applies, IEnumerable<Criterion> criteria)
    {
        ImmutableHashSet<Situation> scope = situations.Of(applies);
        foreach (Criterion criterion in criteria)
            Visit(new PlacedCriterion(criterion, kind, id, content.Vocabulary.Places.Of(criterion)), ReferenceEquals(criterion, applies) ? situations.All : scope);

        void Visit(PlacedCriterion placed, ImmutableHashSet<Situation> here)
        {
            foreach (string asked in placed.Criterion.Children().Any() ? [] : placed.Criterion.Dependencies().Where(r => r.Kind == DependencyKind.Conclusion).Select(r => r.Id))
            {
                ImmutableHashSet<Situation> there = situations.ScopeOf(asked);
                if (here.IsEmpty || asked == id) continue;
                if (situations.Both(here, there).IsEmpty) placed.Defect(content, $"conclusion '{asked}' never applies where it is asked here: {situations.Words(here)}");
                else if (situations.Both(here, situations.Of(placed.Criterion)).IsEmpty) placed.Defect(content, $"this can never hold here: {situations.Words(here)}");
            }

            Criterion[] children = [.. placed.Criterion.Children()];
            foreach (Criterion child in children)
            {
                // What has to hold beside a part narrows where the part is asked.
                ImmutableHashSet<Situation> inside = placed.Criterion is AllOf
                    ? children.Where(other => !ReferenceEquals(other, child)).Aggregate(here, (narrowed, other) => situations.Both(narrowed, situations.Of(other)))
                    : here;
                Visit(placed with { Criterion = child, Place = content.Vocabulary.Places.Of(child) ?? placed.Place }, inside);
            }
        }
    }
}
