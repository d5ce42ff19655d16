using Cds.Knowledge.Units;

namespace Cds.FhirMapping.DataTypes;

/// <summary>Units in which the amount of a drug can be compared with a rule: a mass or international units, also by weight or body surface.</summary>
internal static class DoseUnits
{
    private static readonly string[] Amounts = ["kg", "g", "mg", "ug", "ng", "[IU]", "U"];

    private static readonly string[] Masses = ["kg", "g", "mg", "ug", "ng"];

    private static readonly string[] Bases = ["m2", "kg", "{dose}"];

    /// <summary>The UCUM unit of a dose as sent; null when it measures anything else, or is not known.</summary>
    public static string? Find(UnitSpellings spellings, string sent)
    {
        if (IsMass(sent)) return sent;
        string unit = spellings.ToUcum(sent);
        string[] parts = unit.Split('/');
        return parts.Length <= 2 && Amounts.Contains(parts[0]) && (parts.Length == 1 || Bases.Contains(parts[1])) ? unit : null;
    }

    /// <summary>Whether a unit is the UCUM code of a mass: nearly all are, and nothing else needs to be asked of them.</summary>
    public static bool IsMass(string? sent) => Array.IndexOf(Masses, sent) >= 0;

    /// <summary>The UCUM unit of a dose as sent, for an amount that depends on nobody's body.</summary>
    public static string? Mass(UnitSpellings spellings, string sent) => Find(spellings, sent) is { } unit && !unit.Contains('/', StringComparison.Ordinal) ? unit : null;
}
