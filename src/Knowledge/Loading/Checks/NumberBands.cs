using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>
/// Bands of one fact that stand side by side (rows of a table, dose steps of one drug) neither overlap nor leave a gap between them. Bands that
/// depend on anything else too are left to the vignettes.
/// </summary>
internal sealed class NumberBands : ISenseCheck
{
    /// <inheritdoc />
    public void Check(ContentRead content)
    {
        foreach (DecisionTable table in content.Conclusions.OfType<DecisionTable>()) Bands(content, "conclusions", table.Id, table.Rows.Select(r => r.When));
        foreach (Drug drug in content.Drugs)
        {
            foreach (IGrouping<bool?, DoseBand> table in drug.Bands.GroupBy(a => a.IsOfMaintenance)) Bands(content, "drugs", drug.Id, table.Select(a => a.When));
        }

        foreach (Regimen regimen in content.Regimens)
        {
            foreach (RegimenDrug drug in regimen.Drugs) Bands(content, "regimens", regimen.Id, drug.Bands.Select(a => a.When));
        }

        foreach (RecommendationDefinition recommendation in content.Recommendations)
        {
            foreach (IGrouping<string, DrugOrder> steps in recommendation.Options.SelectMany(o => o.Orders.OfType<DrugOrder>().GroupBy(order => order.DrugId)))
                Bands(content, "recommendations", recommendation.Id, steps.Select(order => order.When));
        }
    }

    private static void Bands(ContentRead content, string kind, string id, IEnumerable<Criterion?> criteria)
    {
        var bands = criteria.Select(c => (Criterion: c, Read: Interval.BandOf(c))).Where(b => b.Read is not null).Select(b => (Criterion: b.Criterion!, b.Read!.Value.Fact, b.Read.Value.At, b.Read.Value.Band));
        foreach (var same in bands.GroupBy(b => (b.Fact, b.At)))
        {
            (Criterion Criterion, Interval Band)[] rising = [.. same.Select(b => (b.Criterion, b.Band)).OrderBy(b => b.Band.Low ?? decimal.MinValue).ThenBy(b => b.Band.High ?? decimal.MaxValue)];
            for (int i = 1; i < rising.Length; i++)
            {
                if (!rising[i - 1].Band.And(rising[i].Band).IsEmpty) content.Defect(rising[i].Criterion, kind, id, $"two bands of '{same.Key.Fact}' overlap at {Start(rising[i].Band)}");
                else if (rising[i - 1].Band.LeavesGapBefore(rising[i].Band)) content.Defect(rising[i].Criterion, kind, id, $"no band of '{same.Key.Fact}' reaches up to {Start(rising[i].Band)}");
            }
        }
    }

    private static string Start(Interval band) => (band.Low ?? band.High ?? 0m).ToString(CultureInfo.InvariantCulture);
}
