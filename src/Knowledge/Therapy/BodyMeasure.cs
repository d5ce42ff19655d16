namespace Cds.Knowledge.Therapy;

/// <summary>The body measure that a dose is reckoned by.</summary>
/// <param name="Mass">UCUM unit of the mass in the rule (<c>mg</c>, <c>ug</c>).</param>
/// <param name="Fact">Fact id of the measure.</param>
/// <param name="Unit">Unit of the measure.</param>
internal sealed record BodyMeasure(string Mass, string Fact, string Unit)
{
    /// <summary>UCUM unit of the body surface area.</summary>
    public const string Surface = "m2";

    /// <summary>Whether it is the body surface area.</summary>
    public bool IsSurface => Unit == Surface;

    /// <summary>The measure that a unit asks for; null for a unit that asks for none, or for one that no fact is.</summary>
    public static BodyMeasure? Of(KnowledgeRoles roles, string? unit) =>
        unit?.Split('/') is [var mass, var size] && roles.BodySize(size) is { } fact ? new BodyMeasure(mass, fact.Id, size) : null;
}
