using Cds.Knowledge.Units;

namespace Cds.FhirMapping.DataTypes;

/// <summary>Units in which a liquid is measured out.</summary>
internal static class VolumeUnits
{
    private const string Millilitre = "mL";

    /// <summary>How many millilitres one unit as sent is; null when it measures anything else, or is not known.</summary>
    public static decimal? MillilitresIn(UnitSpellings spellings, string? sent) => sent is null || DoseUnits.IsMass(sent) ? null : spellings.ToUcum(sent) switch
    {
        Millilitre or "cm3" => 1m,
        "L" or "dm3" => 1000m,
        "uL" or "mm3" => 0.001m,
        _ => null,
    };
}
