namespace Cds.Knowledge.Therapy;

/// <summary>
/// The single doses that regimens plan for an ordered drug, as large as they are for this patient. When the drugs being ordered and running make up a
/// regimen, only its doses count; otherwise those of every regimen that holds the drug.
/// </summary>
internal sealed class PlannedDoses
{
    private readonly IReadOnlyList<(PlannedDose Dose, DoseSize Size, decimal? Given)> _doses;

    private PlannedDoses(IReadOnlyList<(PlannedDose Dose, DoseSize Size, decimal? Given)> doses, bool inUnitOfOrder)
    {
        _doses = doses;
        InUnitOfOrder = inUnitOfOrder;
    }

    /// <summary>Whether the order and all planned doses have the same unit: they are compared in it, and no body measure is needed.</summary>
    public bool InUnitOfOrder { get; }

    /// <summary>Whether no regimen gives a dose of the drug.</summary>
    public bool IsEmpty => _doses.Count == 0;

    /// <summary>Whether the order has one of the planned doses, in the very unit: then no body measure is needed.</summary>
    public bool Contains(DraftOrder order) => _doses.Any(d => d.Dose.Unit == order.DoseUnit && d.Dose.Amount == order.DoseAmount);

    /// <summary>Body measures that are lacking.</summary>
    public IReadOnlyList<string> Missing => [.. _doses.SelectMany(d => d.Size.Missing).Distinct()];

    /// <summary>The body measures used.</summary>
    public IReadOnlyList<Basis> Basis
    {
        get
        {
            var basis = new BasisCollector();
            foreach ((_, DoseSize size, _) in _doses) basis.Add(size.Basis);
            return basis.ToList();
        }
    }

    /// <summary>The largest planned dose; null while a body measure is lacking.</summary>
    public PlannedDose? Highest => Missing.Count > 0 || IsEmpty ? null : _doses.MaxBy(d => d.Size.Amount).Dose;

    /// <summary>The smallest planned dose; null while a body measure is lacking.</summary>
    public PlannedDose? Lowest => Missing.Count > 0 || IsEmpty ? null : _doses.MinBy(d => d.Size.Amount).Dose;

    /// <summary>The size of the ordered dose, comparable with the planned ones.</summary>
    public DoseSize SizeOf(PatientContext patient, DraftOrder order) =>
        InUnitOfOrder ? new DoseSize(order.DoseAmount, [], []) : DoseSize.Of(patient, order.DoseAmount, order.DoseUnit);

    /// <summary>The largest planned dose, in milligrams unless <see cref="InUnitOfOrder"/>; only without missing body measures.</summary>
    public decimal HighestAmount => _doses.Max(d => d.Size.Amount!.Value);

    /// <summary>What is given for the largest planned dose: milligrams that the products allow.</summary>
    public decimal HighestGiven => _doses.MaxBy(d => d.Size.Amount) is var highest ? highest.Given ?? highest.Size.Amount!.Value : 0m;

    /// <summary>What is given for the smallest planned dose: milligrams that the products allow.</summary>
    public decimal LowestGiven => _doses.MinBy(d => d.Size.Amount) is var lowest ? lowest.Given ?? lowest.Size.Amount!.Value : 0m;

    /// <summary>The largest order that fits: with a part of the dose for rounding, or what whole tablets make of the dose, whichever is more.</summary>
    public decimal HighestFitting(decimal rounding) => _doses.Max(d => Largest(d, rounding));

    /// <summary>The smallest order that fits.</summary>
    public decimal LowestFitting(decimal rounding) => _doses.Min(d => Math.Min(d.Size.Amount!.Value * (1m - rounding), d.Given ?? decimal.MaxValue));

    /// <summary>The most doses a week that a regimen plans of a dose of this size or more; of any dose where none is as large. Null where a schedule is not known.</summary>
    /// <param name="dose">Size of the ordered dose; null while it is open.</param>
    /// <param name="rounding">Part that rounding may add.</param>
    public decimal? MostPerWeek(decimal? dose, decimal rounding)
    {
        if (IsEmpty || _doses.Any(d => d.Dose.PerWeek is null)) return null;
        decimal[] asLarge = [.. _doses.Where(d => dose is null || Fits(d, dose.Value, rounding)).Select(d => d.Dose.PerWeek!.Value)];
        return asLarge.Length > 0 ? asLarge.Max() : _doses.Max(d => d.Dose.PerWeek);
    }

    /// <summary>The fewest doses a week that a regimen plans; only where all schedules are known.</summary>
    public decimal FewestPerWeek => _doses.Min(d => d.Dose.PerWeek!.Value);

    /// <summary>The largest amount that a regimen plans for one week, with a part of it for rounding; only where all schedules and sizes are known.</summary>
    public decimal HighestInWeek(decimal rounding) => _doses.Max(d => Largest(d, rounding) * d.Dose.PerWeek!.Value);

    /// <summary>The doses for an order.</summary>
    public static PlannedDoses For(PatientContext patient, DraftOrder order)
    {
        Regimen[] holding = [.. patient.Knowledge.Regimens.Values.Where(r => r.Drugs.Any(d => d.Drug == order.DrugId)).OrderBy(r => r.Id, StringComparer.Ordinal)];
        HashSet<string> together = Together(patient);
        Regimen[] same = [.. holding.Where(r => Combination(patient, r.Drugs.Select(d => d.Drug)).SetEquals(together))];
        PlannedDoses exact = Of(patient, order, same);
        return exact.IsEmpty ? Of(patient, order, holding) : exact;
    }

    private static PlannedDoses Of(PatientContext patient, DraftOrder order, IEnumerable<Regimen> regimens)
    {
        (Regimen Regimen, RegimenDrug Drug)[] drugs = [.. regimens.SelectMany(r => r.Drugs.Where(d => d.Drug == order.DrugId && d.DoseAmount is not null).Select(d => (r, d)))];
        // Intravenous and subcutaneous doses of one drug differ (16 mg/kg, 1800 mg); a route that no regimen uses leaves all.
        (Regimen Regimen, RegimenDrug Drug)[] byRoute = order.Route is { } route ? [.. drugs.Where(d => d.Drug.Route == route)] : drugs;
        Drug drug = patient.Knowledge.Drugs[order.DrugId];
        PlannedDose[] doses = [.. (byRoute.Length > 0 ? byRoute : drugs).SelectMany(held => DosesOf(drug, held.Regimen, held.Drug)).Distinct()];
        bool inUnit = doses.All(d => d.Unit == order.DoseUnit);
        return new PlannedDoses(
            [.. doses.Select(d => (Dose: d, Size: inUnit ? new DoseSize(d.Amount, [], []) : DoseSize.Of(patient, d.Amount, d.Unit, drug.LargestBodySurface), Given: inUnit ? null : GivenFor(patient, drug, d)))
                .Where(d => d.Size.Amount is not null || d.Size.Missing.Count > 0)],
            inUnit);
    }

    /// <summary>The dose of a regimen and what the dose tables lower it to.</summary>
    private static IEnumerable<PlannedDose> DosesOf(Drug drug, Regimen regimen, RegimenDrug planned)
    {
        decimal? perWeek = BusiestWeek.Of(regimen, planned);
        return planned.Bands
            .Concat(drug.Bands.Where(b => b.IsFor(regimen)))
            .Where(b => b.RegimenDose is not null)
            .Select(b => new PlannedDose(b.RegimenDose!.Value.Amount, b.RegimenDose.Value.Unit, planned.Route, b.Days.Count > 0 ? BusiestWeek.Of(b.Days, regimen.CycleDays) : perWeek))
            .Prepend(new PlannedDose(planned.DoseAmount!.Value, planned.DoseUnit!, planned.Route, perWeek));
    }

    private static bool Fits((PlannedDose Dose, DoseSize Size, decimal? Given) planned, decimal dose, decimal rounding) => planned.Size.Amount is not null && Largest(planned, rounding) >= dose;

    private static decimal Largest((PlannedDose Dose, DoseSize Size, decimal? Given) planned, decimal rounding) =>
        Math.Max(planned.Size.Amount!.Value * (1m + rounding), planned.Given ?? 0m);

    private static decimal? GivenFor(PatientContext patient, Drug drug, PlannedDose planned) =>
        PatientDose.Of(patient, drug, planned.Route, planned.Amount, planned.Unit) is { Unit: "mg" } dose ? dose.Amount : null;

    /// <summary>The anti-myeloma drugs being ordered and running.</summary>
    private static HashSet<string> Together(PatientContext patient) => Combination(
        patient,
        patient.Record.DraftOrders.Select(o => o.DrugId)
            .Concat(patient.Therapy.AntiMyeloma.Where(p => p.Running == Values.Truth.True).Select(p => p.DrugId)));

    /// <summary>Corticosteroids are dosed with everything and tell no regimen from another.</summary>
    private static HashSet<string> Combination(PatientContext patient, IEnumerable<string> drugs) =>
        [.. drugs.Where(d => patient.Knowledge.Drugs[d].IsTreatment)];
}

/// <summary>A single dose as a regimen plans it.</summary>
/// <param name="Amount">Amount.</param>
/// <param name="Unit">UCUM unit.</param>
/// <param name="Route">Route.</param>
/// <param name="PerWeek">Doses in the busiest week; null where no source gives the days.</param>
internal readonly record struct PlannedDose(decimal Amount, string Unit, Route Route, decimal? PerWeek);
