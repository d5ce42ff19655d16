using System.Text.RegularExpressions;
using Cds.Knowledge.Units;

namespace Cds.FhirMapping.Numbers;

/// <summary>What a number is a value of. It decides whether <c>1,250</c> are thousands: only where no other reading is plausible.</summary>
/// <param name="Fact">The fact; null when it is not known, then only counts per microlitre have thousands.</param>
/// <param name="Spellings">Spellings of units.</param>
/// <param name="Labels">Names of the fact that may stand before the number, in the form of <see cref="NumberForm"/>.</param>
internal sealed partial record NumberContext(FactDefinition? Fact, UnitSpellings Spellings, IReadOnlyList<string> Labels)
{
    private const string PerMicrolitre = "/uL";

    /// <summary>Nothing is known of what is measured.</summary>
    public static NumberContext Unknown { get; } = new(null, UnitSpellings.None, []);

    /// <summary>A fact with its own names: id, English and Japanese title, and what stands in parentheses there.</summary>
    public static NumberContext Of(FactDefinition fact, UnitSpellings spellings, IEnumerable<string>? names = null) =>
        new(fact, spellings, [.. (names ?? []).Concat(NamesOf(fact)).Select(NumberForm.Of).Where(n => n.Length > 0).Distinct().OrderByDescending(n => n.Length)]);

    /// <summary>The number that is meant; null when its comma can be read in two ways.</summary>
    public decimal? Settle(WrittenNumber number, IReadOnlyList<string> units)
    {
        bool isWhole = IsWhole(units);
        if (number.IfDecimal is not { } ifDecimal) return number.MayBeThousands && isWhole ? null : number.Value;
        if (Fact is null) return isWhole ? number.Value : null;
        return CanBe(number.Value, units) && (isWhole || !CanBe(ifDecimal, units)) ? number.Value : null;
    }

    /// <summary>Counts have no decimals, nor have counts per microlitre; those of rare cells, whose own unit that is, do.</summary>
    private bool IsWhole(IReadOnlyList<string> units) => Fact is null
        ? units.Any(u => CountPerMicrolitre().IsMatch(u))
        : Fact.Kind == FactKind.Count || (Fact.Unit != PerMicrolitre && units.Any(u => Spellings.Readings(u).Contains(PerMicrolitre)));

    private bool CanBe(decimal number, IReadOnlyList<string> units)
    {
        if (Fact!.Units.Count == 0) return Fact.IsPlausible(ValueRange.Exactly(number));
        foreach (string unit in units)
        {
            if (Math.Abs(number) <= WrittenNumber.Largest && Fact.ToCanonical(ValueRange.Exactly(number), unit, Spellings) is { } canonical) return Fact.IsPlausible(canonical);
        }

        return false;
    }

    private static IEnumerable<string> NamesOf(FactDefinition fact)
    {
        yield return fact.Id;
        yield return fact.Id.Replace('-', ' ');
        foreach (string title in (IEnumerable<string>)[fact.Title.En, fact.Title.Ja])
        {
            yield return title;
            Match parts = InParentheses().Match(title);
            if (!parts.Success) continue;
            yield return parts.Groups["name"].Value;
            yield return parts.Groups["other"].Value;
        }
    }

    [GeneratedRegex("^(?<name>[^(（]+?) ?[(（](?<other>[^)）]+)[)）]$", RegexOptions.CultureInvariant)]
    private static partial Regex InParentheses();

    [GeneratedRegex(@"^(?:1|cells?|個)?\s*/\s*(?:[uμµ]l|mcl|mm\^?3|cu?mm)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CountPerMicrolitre();
}
