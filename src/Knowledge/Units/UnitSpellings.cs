using System.Collections.Frozen;

namespace Cds.Knowledge.Units;

/// <summary>
/// Reads the unit texts that laboratories really send (<c>×10^4/μL</c>, <c>GM/DL</c>, <c>万/μL</c>, <c>IU/L/37℃</c>) as UCUM: first by a list of whole
/// spellings, then from the parts that a unit is made of. Lists and parts are data (<c>Content/units.yaml</c>).
/// </summary>
public sealed class UnitSpellings
{
    /// <summary>A longer text is no unit; looking for one in it would cost more than it can give.</summary>
    private const int LongestUnit = 80;

    private readonly FrozenDictionary<string, string> _whole;
    private readonly FrozenDictionary<string, string[]> _folded;
    private readonly UnitGrammar _grammar;

    /// <summary>Spellings from a list and from parts.</summary>
    /// <param name="whole">Normalised spelling to UCUM code.</param>
    /// <param name="parts">What other units are read from.</param>
    public UnitSpellings(IReadOnlyDictionary<string, string> whole, UnitParts parts)
    {
        _whole = whole.ToFrozenDictionary(StringComparer.Ordinal);
        _folded = whole.Concat(whole.Values.Distinct().Select(ucum => KeyValuePair.Create(ucum, ucum)))
            .GroupBy(s => UnitForm.Folded(s.Key), s => s.Value).ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);
        Parts = parts;
        _grammar = new UnitGrammar(parts);
    }

    /// <summary>The whole spellings, normalised, with their UCUM code.</summary>
    public IReadOnlyDictionary<string, string> Whole => _whole;

    /// <summary>The parts that other units are read from.</summary>
    public UnitParts Parts { get; }

    /// <summary>No spellings: only UCUM codes as they are.</summary>
    public static UnitSpellings None { get; } = new(FrozenDictionary<string, string>.Empty, UnitParts.None);

    /// <summary>
    /// The UCUM code for a unit as sent, where it can have one meaning only; the normalised text itself when it is not known or could mean two units
    /// (then the fact may still decide: <see cref="Readings"/>).
    /// </summary>
    public string ToUcum(string unit)
    {
        string form = UnitForm.Of(unit);
        if (_whole.TryGetValue(form, out string? ucum)) return ucum;
        return Meanings(form) is [var only] ? only : form;
    }

    /// <summary>
    /// Everything that a unit as sent may stand for, in UCUM, the text itself first. <c>G/L</c> are grams or thousand millions per litre: what is measured
    /// decides, and where it does not, the unit is not used.
    /// </summary>
    public IReadOnlyList<string> Readings(string unit)
    {
        string form = UnitForm.Of(unit);
        return [.. Meanings(form).Prepend(form).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether the list or the parts know the unit at all, whatever it measures.</summary>
    public bool Knows(string unit)
    {
        string form = UnitForm.Of(unit);
        return _whole.ContainsKey(form) || Meanings(form).Count > 0;
    }

    /// <summary>Whether the unit says that there is none (a ratio, a score, a count): a number with such a unit is the number itself.</summary>
    public bool IsDimensionless(string unit) =>
        Readings(unit).Any(ucum => ucum is "1" || (ucum.Length > 2 && ucum[0] == '{' && ucum.IndexOf('}', StringComparison.Ordinal) == ucum.Length - 1));

    private List<string> Meanings(string form)
    {
        if (form.Length > LongestUnit) return [];
        var meanings = new List<string>(2);
        if (_whole.TryGetValue(form, out string? ucum)) meanings.Add(ucum);
        foreach (string meaning in _folded.GetValueOrDefault(UnitForm.Folded(form), []).Concat(_grammar.Read(form)))
        {
            if (!meanings.Contains(meaning)) meanings.Add(meaning);
        }

        return meanings.Count == 0 && form.Length > 2 && form[0] is '(' or '[' && form[^1] is ')' or ']' ? Meanings(form[1..^1]) : meanings;
    }
}
