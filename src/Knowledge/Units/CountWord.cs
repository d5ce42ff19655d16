namespace Cds.Knowledge.Units;

/// <summary>A word that multiplies a count (<c>K</c>, <c>thou</c>, <c>万</c>).</summary>
/// <param name="Exponent">Power of ten that it stands for.</param>
/// <param name="Spellings">Its spellings; a single Latin letter stands for it in that case only (<c>M/uL</c> are millions, <c>m</c> is a prefix).</param>
public sealed record CountWord(int Exponent, IReadOnlyList<string> Spellings);
