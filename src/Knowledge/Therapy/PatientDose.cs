namespace Cds.Knowledge.Therapy;

/// <summary>
/// One dose as it can be given to this patient: a rule per square metre or kilogram worked out and rounded to what the products allow. While the
/// body size is not known there is no amount, only the rule in words.
/// </summary>
/// <param name="Amount">Amount that can be given; null when it has to stay open.</param>
/// <param name="Unit">UCUM unit of the amount, never per area or weight; null with the amount.</param>
/// <param name="Remark">What follows the rule in the text of the order: the amount and how it came about; empty when there is nothing to say.</param>
/// <param name="Missing">Facts that lack to work it out (height, weight).</param>
internal sealed record PatientDose(decimal? Amount, string? Unit, LocalizedText Remark, IReadOnlyList<string> Missing)
{
    private static readonly LocalizedText Nothing = new("", "");

    /// <summary>Works out a dose.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="drug">The drug.</param>
    /// <param name="route">Route; null while it is open.</param>
    /// <param name="amount">Amount of the rule.</param>
    /// <param name="unit">UCUM unit of the rule: <c>mg/m2</c>, <c>mg/kg</c>, <c>mg</c>, ...</param>
    /// <param name="maximum">Largest single dose that the source allows; null for none.</param>
    public static PatientDose Of(PatientContext patient, Drug drug, Route? route, decimal amount, string unit, decimal? maximum = null)
    {
        var question = new DoseQuestion(drug.Id, route, amount, unit, maximum);
        if (patient.Known.Doses.TryGetValue(question, out PatientDose? known)) return known;
        return patient.Known.Doses[question] = WorkedOut(patient, drug, route, amount, unit, maximum);
    }

    private static PatientDose WorkedOut(PatientContext patient, Drug drug, Route? route, decimal amount, string unit, decimal? maximum) =>
        BodyMeasure.Of(patient.Knowledge.Roles, unit) is { } measure
            ? ByBody(patient, drug, route, amount, measure, maximum)
            : Fixed(drug, route, amount, unit);

    /// <summary>The facts that lack to work out a dose by body weight or surface; empty for every other dose.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="unit">UCUM unit of the rule.</param>
    public static IReadOnlyList<string> MissingFor(PatientContext patient, string unit) =>
        BodyMeasure.Of(patient.Knowledge.Roles, unit) is { } measure ? MissingOf(measure, patient.Read(measure.Fact, FactTime.Current)) : [];

    private static IReadOnlyList<string> MissingOf(BodyMeasure measure, FactReading reading) =>
        reading.Range?.Exact is not null ? [] : reading.Missing.Count > 0 ? reading.Missing : [measure.Fact];

    private static PatientDose Fixed(Drug drug, Route? route, decimal amount, string unit)
    {
        if (drug.FormFor(route, amount, unit) is not { } form || form.CanGive(amount)) return new PatientDose(amount, unit, Nothing, []);
        if (form.Nearest(amount, amount) is not { } given) return new PatientDose(null, null, DoseTexts.NoPiece, []);
        return new PatientDose(given, unit, DoseTexts.Given.With("given", Text(given, unit)), []);
    }

    private static PatientDose ByBody(PatientContext patient, Drug drug, Route? route, decimal amount, BodyMeasure measure, decimal? maximum)
    {
        FactReading reading = patient.Read(measure.Fact, FactTime.Current);
        if (reading.Range?.Exact is not { } size)
        {
            IReadOnlyList<string> missing = MissingOf(measure, reading);
            return new PatientDose(null, null, DoseTexts.SizeUnknown.With("facts", Titles(patient, missing)), missing);
        }

        bool limited = measure.IsSurface && drug.LargestBodySurface < size;
        decimal counted = limited ? drug.LargestBodySurface!.Value : size;
        decimal exact = amount * counted;
        bool capped = exact > maximum;
        if (capped) exact = maximum!.Value;
        LocalizedText by = (limited ? DoseTexts.LargestSize : DoseTexts.Size).With("size", Text(Math.Round(counted, 2), measure.Unit));
        if (capped) by = new LocalizedText(by.En + DoseTexts.Maximum.En, by.Ja + DoseTexts.Maximum.Ja);
        decimal shown = Math.Round(exact, 1, MidpointRounding.AwayFromZero);
        if (drug.FormFor(route, exact, measure.Mass)?.Nearest(exact, maximum) is not { } given)
            return new PatientDose(null, null, DoseTexts.StrengthUnknown.With("exact", Text(shown, measure.Mass)).With("by", by), []);
        LocalizedText remark = given == shown ? DoseTexts.WorkedOut : DoseTexts.Rounded.With("exact", Text(shown, measure.Mass));
        return new PatientDose(given, measure.Mass, remark.With("given", Text(given, measure.Mass)).With("by", by), []);
    }

    private static string Text(decimal amount, string unit) => $"{ValueRange.Exactly(amount)} {unit}";

    private static LocalizedText Titles(PatientContext patient, IReadOnlyList<string> facts) => LocalizedText.Join(facts.Select(patient.Knowledge.NameOf), ", ", "、");
}

/// <summary>A dose that is to be worked out.</summary>
/// <param name="DrugId">Drug.</param>
/// <param name="Route">Route; null while it is open.</param>
/// <param name="Amount">Amount of the rule.</param>
/// <param name="Unit">UCUM unit of the rule.</param>
/// <param name="Maximum">Largest single dose; null for none.</param>
internal readonly record struct DoseQuestion(string DrugId, Route? Route, decimal Amount, string Unit, decimal? Maximum);
