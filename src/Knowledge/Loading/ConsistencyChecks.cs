using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading;

/// <summary>Checks that concern more than one entry: unique ids, file names, no circles.</summary>
internal sealed class ConsistencyChecks(LayeredEntries entries)
{
    /// <summary>CDS Hooks: fewer than 140 characters.</summary>
    private const int SummaryLength = 139;

    public static void FileNames(params IEnumerable<YamlEntry>[] folders)
    {
        foreach (YamlEntry entry in folders.SelectMany(f => f))
        {
            string name = Path.GetFileNameWithoutExtension(entry.File);
            if (entry.Text("id") is { } id && id != name) entry.Defect($"the file name has to be the id '{id}'", "id");
        }
    }

    public void UniqueIds(params (string Kind, IEnumerable<string> Ids)[] kinds)
    {
        foreach ((string kind, IEnumerable<string> ids) in kinds)
        {
            foreach (string twice in ids.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key)) entries.Defect(kind, twice, $"the id '{twice}' is defined twice");
        }
    }

    public void Interpretations(IEnumerable<Interpretation> readings, HashSet<string> rules)
    {
        foreach (Interpretation reading in readings)
        {
            foreach (string rule in reading.Rules.Where(rule => !rules.Contains(rule) && !entries.IsSwitchedOff(rule))) entries.Defect("readings", reading.Id, $"no rule has the id '{rule}'{Nearest.Hint(rule, rules)}");
        }
    }

    /// <summary>Only the order hooks have orders to look at; the options that a case takes over have to exist.</summary>
    public void OrderRules(IReadOnlyList<ConclusionDefinition> conclusions, IReadOnlyList<RecommendationDefinition> recommendations, IEnumerable<Drug> drugs)
    {
        foreach (ConclusionDefinition conclusion in conclusions.Where(c => ReadsOrders(c.Criteria())))
            entries.Defect("conclusions", conclusion.Id, "a conclusion cannot read draft orders");
        foreach (Drug drug in drugs.Where(d => ReadsOrders([.. d.Rules.Select(r => r.When), .. d.ToConfirm.Select(r => r.When), .. d.Bands.Select(b => b.When)])))
            entries.Defect("drugs", drug.Id, $"rules of drug '{drug.Id}' cannot read draft orders");
        foreach (RecommendationDefinition recommendation in recommendations)
        {
            if (recommendation.Trigger != Trigger.Order)
            {
                if (ReadsOrders([recommendation.Applies, .. recommendation.Satisfied is { } satisfied ? [satisfied] : Array.Empty<Criterion>()]))
                    entries.Defect("recommendations", recommendation.Id, "only a rule with 'trigger: order' can read draft orders");
                continue;
            }

            foreach (OrderCase orderCase in recommendation.Cases)
            {
                if (!ReadsOrders([orderCase.When])) entries.Defect("recommendations", recommendation.Id, $"case '{orderCase.Id}' does not look at the order");
                if (orderCase.OptionsOf is { } other && !entries.IsSwitchedOff(other) && recommendations.All(r => r.Id != other || r.Options.Count == 0))
                    entries.Defect("recommendations", recommendation.Id, $"case '{orderCase.Id}' takes the options of '{other}', which has none");
            }
        }
    }

    private static bool ReadsOrders(IEnumerable<Criterion> criteria) => criteria.SelectMany(c => c.Dependencies()).Any(r => r.Kind == DependencyKind.DraftOrder);

    public void Summaries(IEnumerable<RecommendationDefinition> recommendations)
    {
        foreach (RecommendationDefinition recommendation in recommendations)
        {
            foreach (string text in recommendation.Summaries.Select(variant => variant.Text).Prepend(recommendation.Summary).SelectMany(text => new[] { text.En, text.Ja }))
            {
                if (System.Text.RegularExpressions.Regex.Replace(text, @"\{[^{}]*\}", "").Length > SummaryLength)
                    entries.Defect("recommendations", recommendation.Id, $"the summary has more than {SummaryLength} characters: {text}");
            }
        }
    }

    /// <summary>The conclusions so that each comes after those it reads; a circle is a defect.</summary>
    public IReadOnlyList<ConclusionDefinition> InOrder(IReadOnlyList<ConclusionDefinition> conclusions)
    {
        Dictionary<string, ConclusionDefinition> byId = conclusions.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        var ordered = new List<ConclusionDefinition>();
        var state = new Dictionary<string, bool>();

        void Visit(ConclusionDefinition conclusion, string path)
        {
            if (state.TryGetValue(conclusion.Id, out bool done))
            {
                if (!done) entries.Defect("conclusions", conclusion.Id, $"conclusions read each other in a circle: {path}");
                return;
            }

            state[conclusion.Id] = false;
            foreach (string read in conclusion.Criteria().SelectMany(c => c.Dependencies()).Where(r => r.Kind == DependencyKind.Conclusion).Select(r => r.Id).Distinct())
            {
                if (read != conclusion.Id && byId.TryGetValue(read, out ConclusionDefinition? other)) Visit(other, $"{path} -> {read}");
            }

            state[conclusion.Id] = true;
            ordered.Add(conclusion);
        }

        foreach (ConclusionDefinition conclusion in conclusions.OrderBy(c => c.Id, StringComparer.Ordinal)) Visit(conclusion, conclusion.Id);
        return ordered;
    }
}
