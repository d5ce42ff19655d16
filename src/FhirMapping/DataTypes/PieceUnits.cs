using System.Collections.Frozen;

namespace Cds.FhirMapping.DataTypes;

/// <summary>Units of a dose that count pieces of a product (capsules, tablets, vials), in English and Japanese (<c>tools/terminology/piece-units.csv</c>).</summary>
internal static class PieceUnits
{
    private static readonly FrozenSet<string> Words = TerminologyTable.Read("piece-units").Select(row => TextForm.Normalise(row["word"])).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a unit counts pieces, whatever its letter case and width.</summary>
    public static bool Contains(string? unit) => unit is not null && !DoseUnits.IsMass(unit) && Words.Contains(TextForm.Normalise(unit));
}
