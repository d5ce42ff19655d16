using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Response;

namespace Cds.Knowledge.Loading;

/// <summary>Checks of the parts that entries play for code: what they name exists, and a part that only one entry can play has no second one.</summary>
internal sealed class RoleChecks(LayeredEntries entries)
{
    public void Facts(IReadOnlyList<FactDefinition> facts, Vocabulary vocabulary)
    {
        foreach (FactDefinition fact in facts)
        {
            foreach (string unknown in fact.FromFacts.Where(f => !vocabulary.Facts.ContainsKey(f))) Defect("facts", fact.Id, $"unknown fact '{unknown}' in 'from-facts'");
            foreach (string unknown in fact.FromConditions.Where(c => !vocabulary.Conditions.Contains(c))) Defect("facts", fact.Id, $"unknown condition '{unknown}' in 'from-conditions'");
            if (fact.ShareOf is { } whole && !(vocabulary.Facts.TryGetValue(whole, out FactDefinition? finding) && finding.Kind == FactKind.Presence))
                Defect("facts", fact.Id, $"'share-of' has to name a fact that is present or absent, not '{whole}'");
            if (fact.TellsIsotype is not null && facts.All(f => f.ReadsAs != CodeReading.Isotype)) Defect("facts", fact.Id, "'tells-isotype' needs a fact that 'reads-as: isotype'");
        }

        OnlyOne("facts", facts.Where(f => f.ReadsAs is not null), f => f.Id, f => $"reads-as: {KebabCase.Of(f.ReadsAs!.Value.ToString())}");
        OnlyOne("facts", facts.Where(f => f.ShareOf is not null), f => f.Id, f => $"share-of: {f.ShareOf}");
        OnlyOne("facts", facts.Where(f => f.DosesPer is not null), f => f.Id, f => $"doses-per: {f.DosesPer}");
    }

    public void Vocabularies(
        IEnumerable<ConditionDefinition> conditions, IEnumerable<ProcedureDefinition> procedures, IEnumerable<OverrideReason> reasons, IEnumerable<Drug> drugs, Vocabulary vocabulary)
    {
        ConditionDefinition[] known = [.. conditions];
        OnlyOne("conditions", known.Where(c => c.IsOfRegimens), c => c.Id, _ => "of-regimens: true");
        foreach (ConditionDefinition condition in known)
        {
            foreach (string unknown in condition.NarrowerThan.Where(c => !vocabulary.Conditions.Contains(c))) Defect("conditions", condition.Id, $"unknown narrower-than '{unknown}'");
            if (condition.NarrowerThan.Contains(condition.Id)) Defect("conditions", condition.Id, "'narrower-than' names the condition itself");
        }

        ProcedureDefinition[] all = [.. procedures];
        foreach (ProcedureDefinition procedure in all.Where(p => p.Shows is not null && !(vocabulary.Facts.TryGetValue(p.Shows, out FactDefinition? fact) && fact.Kind == FactKind.Presence)))
            Defect("procedures", procedure.Id, $"'shows' has to name a fact that is present or absent, not '{procedure.Shows}'");
        foreach (Drug drug in drugs)
        {
            foreach (DosePurpose purpose in drug.GivenFor.Where(p => p != DosePurpose.Lymphodepletion && all.All(procedure => procedure.PrecededBy != p)))
                Defect("drugs", drug.Id, $"no procedure is 'preceded-by: {KebabCase.Of(purpose.ToString())}'");
        }

        OnlyOne("override-reasons", reasons.Where(r => r.PlaceForMissingData is not null), r => r.Id, r => $"of-missing-data: {r.PlaceForMissingData}");
    }

    public void Panels(IReadOnlyList<ActionDefinition> actions, Vocabulary vocabulary)
    {
        foreach (ActionDefinition action in actions)
        {
            foreach (string unknown in action.Includes.Where(id => !vocabulary.Facts.ContainsKey(id) && !vocabulary.Actions.Contains(id)))
                Defect("actions", action.Id, $"'includes' names neither a fact nor an action: '{unknown}'");
            foreach (string twice in action.Includes.Where(id => actions.Any(other => other.Id != action.Id && other.Includes.Contains(id))))
                Defect("actions", action.Id, $"'{twice}' belongs to another panel too");
        }
    }

    public void Conclusions(IReadOnlyList<ConclusionDefinition> conclusions)
    {
        OnlyOne("conclusions", conclusions.OfType<ComputedConclusion>(), c => c.Id, c => $"computation: {KebabCase.Of(c.Computation.ToString())}");
        OnlyOne("conclusions", conclusions.OfType<Diagnosis>(), c => c.Id, _ => "kind: diagnosis");
        ConclusionDefinition[] card = [.. conclusions.Where(c => c.StagingCard is not null)];
        OnlyOne("conclusions", card, c => c.Id, c => $"staging-card of place {c.StagingCard!.Place}");
        // A module may bring the stage of another disease.
        ConclusionDefinition[] ofDocuments = [.. card.Where(c => c.Origin is null)];
        OnlyOne("conclusions", ofDocuments.Where(c => c.StagingCard!.Part == StagingCardPart.Main), c => c.Id, _ => "staging-card with 'part: main'");
        if (ofDocuments.Length > 0 && ofDocuments.All(c => c.StagingCard!.Part != StagingCardPart.Main)) Defect("conclusions", ofDocuments[0].Id, "one conclusion of the staging card has to be 'part: main'");
        foreach (ComputedConclusion computed in conclusions.OfType<ComputedConclusion>())
        {
            string[] expected = ValuesOf(computed.Computation);
            if (!expected.ToHashSet().SetEquals(computed.KnownValues))
                Defect("conclusions", computed.Id, $"the values of this computation are {(expected.Length == 0 ? "none" : string.Join(", ", expected))}");
            if (computed.Computation is Computation.Exposed or Computation.Refractory == (computed.Classes.Count == 0))
                Defect("conclusions", computed.Id, "'classes' belongs to exposure and refractoriness, and to nothing else");
        }
    }

    private static string[] ValuesOf(Computation computation) => computation switch
    {
        Computation.Phase => [.. Enum.GetNames<PhaseOfTherapy>().Select(KebabCase.Of)],
        Computation.Response => Enum.GetNames<ResponseCategory>(),
        Computation.ResidualDisease => [.. Enum.GetNames<ResidualDiseaseCategory>().Select(KebabCase.Of)],
        Computation.Exposed or Computation.Refractory or Computation.Lines => [],
        _ => throw new InvalidOperationException($"Add the values of the computation {computation}."),
    };

    private void OnlyOne<T>(string kind, IEnumerable<T> entries, Func<T, string> id, Func<T, string> part)
    {
        foreach (IGrouping<string, T> group in entries.GroupBy(part))
        {
            foreach (T second in group.Skip(1)) Defect(kind, id(second), $"'{group.Key}' is said of '{id(group.First())}' already");
        }
    }

    private void Defect(string kind, string id, string what) => entries.Defect(kind, id, what);
}
