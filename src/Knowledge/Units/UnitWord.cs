namespace Cds.Knowledge.Units;

/// <summary>One part of a unit (a prefix, an amount, a volume, a span of time) and the ways in which people write it.</summary>
/// <param name="Ucum">The part in UCUM.</param>
/// <param name="Spellings">Its spellings in the form of <see cref="UnitForm"/>; letter case counts only for single letters.</param>
/// <param name="TakesPrefix">Whether a metric prefix may stand before it.</param>
public sealed record UnitWord(string Ucum, IReadOnlyList<string> Spellings, bool TakesPrefix);
