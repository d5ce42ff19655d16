namespace Cds.Knowledge.Recommendations;

/// <summary>A drug as it is given, and the rules that may speak against it then.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Rules">Its rules that ask for care or forbid it, of these routes.</param>
/// <param name="LooksAtOrders">Whether one of them changes with the orders or with the regimen that is looked at.</param>
internal sealed record DrugInUse(Drug Drug, StandingRule[] Rules, bool LooksAtOrders)
{
    /// <summary>The drug by some routes; open where nobody knows them.</summary>
    public static DrugInUse Of(Drug drug, IReadOnlyList<Route?>? routes)
    {
        StandingRule[] rules = [.. drug.Rules.Where(rule => rule.Standing >= Standing.Caution && rule.IsAbout(routes ?? [null]))];
        return new DrugInUse(drug, rules, rules.Any(rule => rule.When.ReadsOrders));
    }
}
