namespace Cds.Knowledge.Therapy;

/// <summary>
/// The size of a dose for one patient, so that <c>1.3 mg/m2</c> and <c>2.2 mg</c> can be compared: milligrams by weight or body surface area.
/// </summary>
/// <param name="Amount">Milligrams; null when the unit is no mass (tablets) or the body measure is not known.</param>
/// <param name="Basis">The body measure used.</param>
/// <param name="Missing">The body measure that is lacking; empty when no measure would help.</param>
internal readonly record struct DoseSize(decimal? Amount, IReadOnlyList<Basis> Basis, IReadOnlyList<string> Missing)
{
    /// <summary>The size of an amount in a UCUM unit.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="amount">Amount; null for none.</param>
    /// <param name="unit">UCUM unit.</param>
    /// <param name="largestSurface">Body surface area above which the dose grows no further, in m2; null for none.</param>
    public static DoseSize Of(PatientContext patient, decimal? amount, string? unit, decimal? largestSurface = null)
    {
        if (amount is not { } value || unit is null) return new DoseSize(null, [], []);
        string[] parts = unit.Split('/');
        if (MilligramsIn(parts[0]) is not { } factor) return new DoseSize(null, [], []);
        return parts switch
        {
            [_] or [_, "{dose}"] => new DoseSize(value * factor, [], []),
            [_, var size] when patient.Knowledge.Roles.BodySize(size) is { } measure => ByBody(patient, value * factor, measure.Id, size == BodyMeasure.Surface ? largestSurface : null),
            _ => new DoseSize(null, [], []),
        };
    }

    private static DoseSize ByBody(PatientContext patient, decimal perUnit, string measure, decimal? largest)
    {
        FactReading reading = patient.Read(measure, FactTime.Current);
        return reading.Range?.Exact is { } size
            ? new DoseSize(perUnit * (size > largest ? largest.Value : size), reading.Basis, [])
            : new DoseSize(null, [], reading.Missing.Count > 0 ? reading.Missing : [measure]);
    }

    private static decimal? MilligramsIn(string mass) => mass switch
    {
        "kg" => 1_000_000m,
        "g" => 1000m,
        "mg" => 1m,
        "ug" => 0.001m,
        _ => null,
    };
}
