using System.Collections.Frozen;
using System.Text;

namespace Cds.Knowledge.Units;

/// <summary>
/// Brings the unit texts that laboratories really send (<c>×10^4/μL</c>, <c>g/dl</c>, <c>万/μL</c>) to one spelling, and looks them up.
/// The list is data (<c>Content/units.yaml</c>); only the Unicode normalisation is code.
/// </summary>
/// <param name="Ucum">Normalised spelling to UCUM code.</param>
public sealed record UnitSpellings(FrozenDictionary<string, string> Ucum)
{
    /// <summary>The UCUM code for a unit as sent; the normalised text itself when the list does not know it.</summary>
    public string ToUcum(string unit)
    {
        string normalised = Normalise(unit);
        return Ucum.GetValueOrDefault(normalised, normalised);
    }

    /// <summary>NFKC, micro and multiplication signs to ASCII, no white space.</summary>
    public static string Normalise(string unit)
    {
        var text = new StringBuilder(unit.Length);
        foreach (char c in unit.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsWhiteSpace(c)) continue;
            text.Append(c switch { 'μ' or 'µ' => 'u', '×' or '✕' or '╳' => 'x', '･' or '・' => '.', '−' or '－' => '-', _ => c });
        }

        return text.ToString();
    }

    /// <summary>An empty list.</summary>
    public static UnitSpellings None { get; } = new(FrozenDictionary<string, string>.Empty);
}
