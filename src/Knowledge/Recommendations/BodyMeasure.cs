namespace Cds.Knowledge.Recommendations;

/// <summary>The body measure that a dose is reckoned by.</summary>
/// <param name="Mass">UCUM unit of the mass in the rule (<c>mg</c>, <c>ug</c>).</param>
/// <param name="Fact">Fact id of the measure.</param>
/// <param name="Unit">Unit of the measure.</param>
internal sealed record BodyMeasure(string Mass, string Fact, string Unit)
{
    /// <summary>Whether it is the body surface area.</summary>
    public bool IsSurface => Unit == "m2";

    /// <summary>The measure that a unit asks for; null for a unit that asks for none.</summary>
    public static BodyMeasure? Of(string? unit) => unit?.Split('/') switch
    {
        [var mass, "m2"] => new BodyMeasure(mass, "body-surface-area", "m2"),
        [var mass, "kg"] => new BodyMeasure(mass, "weight", "kg"),
        _ => null,
    };
}
