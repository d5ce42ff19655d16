namespace Cds.Knowledge.Recommendations;

/// <summary>What an option id names: a regimen, a drug, a fact to measure, a procedure or another action.</summary>
/// <param name="Title">Name for readers.</param>
/// <param name="Drugs">Drugs that it holds, each once.</param>
/// <param name="Regimen">The regimen, when it is one.</param>
internal sealed record OptionSubject(LocalizedText Title, IReadOnlyList<Drug> Drugs, Regimen? Regimen)
{
    private const string WorkUp = "workup";

    /// <summary>Trial evidence of the regimen.</summary>
    public IReadOnlyList<Evidence> Evidence => Regimen?.Evidence ?? [];

    /// <summary>The routes by which it gives one of its drugs; open where neither a regimen nor an order says.</summary>
    public IReadOnlyList<Route?> RoutesOf(Drug drug, OptionDefinition option)
    {
        Route?[] routes = Regimen is { } regimen
            ? [.. regimen.Drugs.Where(d => d.Drug == drug.Id).Select(d => (Route?)d.Route)]
            : [.. option.Orders.OfType<DrugOrder>().Where(order => order.DrugId == drug.Id).Select(order => (Route?)order.Route)];
        return routes.Length == 0 ? [null] : routes;
    }

    /// <summary>
    /// Finds what the id of an option names; the loader has made sure that it names something. Some words name an action and a fact (calcium to take, calcium to
    /// measure): in a work-up the fact is meant.
    /// </summary>
    public static OptionSubject Of(KnowledgeBase knowledge, RecommendationDefinition recommendation, string id)
    {
        if (knowledge.Regimens.TryGetValue(id, out Regimen? regimen))
        {
            Drug[] drugs = [.. regimen.Drugs.Select(d => d.Drug).Distinct().Select(d => knowledge.Drugs[d])];
            return new OptionSubject(regimen.Title, drugs, regimen);
        }

        if (knowledge.Drugs.TryGetValue(id, out Drug? drug)) return new OptionSubject(drug.Title, [drug], null);
        LocalizedText title = recommendation.Topic != WorkUp && knowledge.Actions.TryGetValue(id, out ActionDefinition? action) ? action.Title : knowledge.TitleOf(id)!;
        return new OptionSubject(title, [], null);
    }
}
