using Cds.Knowledge.Criteria;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>A dose lies where the doses of its drug lie. A drug without any range is not judged; one that has ranges is judged in every unit.</summary>
internal sealed class PlausibleDoses : ISenseCheck
{
    /// <inheritdoc />
    public void Check(ContentRead content)
    {
        ILookup<string, DoseRange> ranges = content.DoseRanges.ToLookup(r => r.Drug);
        foreach (PlannedDose dose in Doses(content))
        {
            DoseRange[] known = [.. ranges[dose.Drug]];
            if (known.Length == 0) continue;
            DoseRange[] fitting = [.. known.Where(r => r.Unit == dose.Unit && (dose.Route is null || r.Route is null || r.Route == dose.Route))];
            if (fitting.Any(r => dose.Amount >= r.Low && dose.Amount <= r.High)) continue;
            string limits = string.Join(", ", (fitting.Length == 0 ? known : fitting).Select(r => $"{Number(r.Low)}-{Number(r.High)} {r.Unit}"));
            content.Defect(dose.Part, dose.Kind, dose.Id, $"{Number(dose.Amount)} {dose.Unit} is no plausible dose of '{dose.Drug}' ({limits})", dose.Member);
        }
    }

    private static IEnumerable<PlannedDose> Doses(ContentRead content) =>
    [
        .. content.Drugs.SelectMany(d => d.Bands.SelectMany(b => OfBand("drugs", d.Id, d.Id, null, b))),
        .. content.Regimens.SelectMany(r => r.Drugs.SelectMany(d => OfRegimen(r, d))),
        .. content.Recommendations.SelectMany(r => r.Options.SelectMany(o => o.Orders).OfType<DrugOrder>().SelectMany(o => OfOrder(r.Id, o))),
        .. content.Recommendations.SelectMany(r => r.Cases.SelectMany(c => c.Options.SelectMany(o => o.Orders).SelectMany(o => OfCase(r.Id, c, o)))),
        // What was made of a dose table stands nowhere of its own: the table is judged.
        .. content.Criteria().Where(c => content.Vocabulary.Places.Of(c.Criterion) is not null).SelectMany(OfCriterion),
    ];

    private static IEnumerable<PlannedDose> OfRegimen(Regimen regimen, RegimenDrug drug) =>
    [
        .. PlannedDose.Of(drug, "regimens", regimen.Id, drug.Drug, drug.Route, drug.DoseUnit, drug.DoseAmount),
        .. PlannedDose.Of(drug, "regimens", regimen.Id, drug.Drug, drug.Route, "mg", drug.MaximumDose).Select(d => d with { Member = "max-dose" }),
        .. drug.Bands.SelectMany(b => OfBand("regimens", regimen.Id, drug.Drug, drug.Route, b)),
    ];

    /// <summary>The dose of a line of a dose table and those for other situations.</summary>
    private static IEnumerable<PlannedDose> OfBand(string kind, string id, string drug, Route? route, DoseBand band) =>
    [
        .. PlannedDose.Of(band, kind, id, drug, route, band.DoseUnit, band.DoseAmount),
        .. band.Alternatives.SelectMany(other => PlannedDose.Of(band, kind, id, drug, route, other.Unit, other.Amount)),
    ];

    private static IEnumerable<PlannedDose> OfOrder(string id, DrugOrder order) =>
    [
        .. PlannedDose.Of(order, "recommendations", id, order.DrugId, order.Route, order.DoseUnit, order.DoseAmount, order.DoseAmountHigh),
        .. PlannedDose.Of(order, "recommendations", id, order.DrugId, order.Route, "mg", order.MaximumDose).Select(d => d with { Member = "max-dose" }),
    ];

    private static IEnumerable<PlannedDose> OfCase(string id, OrderCase orderCase, Order order) => order switch
    {
        DrugOrder drug => OfOrder(id, drug),
        // A changed dose is one of the drug that the case looks at.
        DoseChange change => Ordered(orderCase.When).Concat(change.When is { } when ? Ordered(when) : []).Distinct()
            .SelectMany(d => PlannedDose.Of(change, "recommendations", id, d, null, change.DoseUnit, change.DoseAmount)).Select(d => d with { Member = "change-dose" }),
        _ => [],
    };

    private static IEnumerable<string> Ordered(Criterion when) => when switch
    {
        Ordering ordering => ordering.Drugs,
        AllOf all => all.Parts.SelectMany(Ordered),
        _ => [],
    };

    private static IEnumerable<PlannedDose> OfCriterion(PlacedCriterion placed)
    {
        return placed.Criterion switch
        {
            Ordering test => test.Drugs.SelectMany(d => test.Dose.SelectMany(t => PlannedDose.Of(placed.Criterion, placed.Kind, placed.Id, d, test.Route, t.Unit, t.Amount))),
            GivenDrug test => test.Drugs.SelectMany(d => PlannedDose.Of(placed.Criterion, placed.Kind, placed.Id, d, null, test.DoseUnit, test.MinimumDose)),
            _ => [],
        };
    }

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A dose that stands somewhere in the content.</summary>
    private sealed record PlannedDose(object Part, string Kind, string Id, string Drug, Route? Route, string Unit, decimal Amount)
    {
        public string Member { get; init; } = "dose";

        public static IEnumerable<PlannedDose> Of(object part, string kind, string id, string drug, Route? route, string? unit, params decimal?[] amounts) =>
            amounts.OfType<decimal>().Where(_ => unit is not null).Select(amount => new PlannedDose(part, kind, id, drug, route, unit!, amount));
    }
}
