using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Cds.Knowledge.Units;

/// <summary>
/// Reads a unit from its parts: a power of ten or a word for one, what is counted or measured, and what it is divided by. Letter case is ignored
/// except in single letters that count (<c>M/uL</c>). All readings are given; the fact decides which of them can be meant.
/// </summary>
internal sealed partial class UnitGrammar
{
    private const string BodySurface = "/{1.73_m2}";

    private const int LargestCount = 9;

    private readonly FrozenDictionary<string, string[]> _amounts;
    private readonly FrozenDictionary<string, string[]> _divisors;
    private readonly FrozenDictionary<string, int[]> _counts;
    private readonly FrozenSet<string> _counted;
    private readonly FrozenSet<string> _remarks;

    public UnitGrammar(UnitParts parts)
    {
        _amounts = Written(parts.Amounts, parts.Prefixes);
        _divisors = Written(parts.Divisors, parts.Prefixes);
        _counted = parts.Counted.Select(UnitForm.Folded).ToFrozenSet(StringComparer.Ordinal);
        _remarks = parts.Remarks.Select(UnitForm.Folded).ToFrozenSet(StringComparer.Ordinal);
        _counts = parts.Counts.SelectMany(c => c.Spellings.Select(s => (Spelling: s.Length == 1 ? s : UnitForm.Folded(s), c.Exponent)))
            .GroupBy(c => c.Spelling, c => c.Exponent).ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Everything that a unit (in the form of <see cref="UnitForm"/>) may stand for, in UCUM; empty when it is no such unit.</summary>
    public IEnumerable<string> Read(string form)
    {
        string unit = WithoutRemarks(Annotation().Replace(form, Kept));
        string surface = "";
        if (PerBodySurface().Match(unit) is { Success: true } per) (unit, surface) = (per.Groups["unit"].Value, BodySurface);
        if (NegativeExponent().Match(unit) is { Success: true } inverse) unit = $"{inverse.Groups["above"].Value}/{inverse.Groups["below"].Value}";
        string[] parts = unit.Split('/');
        if (parts.Length == 1) return surface.Length == 0 ? Undivided(unit) : [];
        if (parts.Length != 2) return [];
        return Below(parts[1]).SelectMany(below => Above(parts[0], below).Select(above => $"{above}/{below}{surface}"));
    }

    /// <summary>What of an annotation is part of the unit: a body surface and a day are often put in braces.</summary>
    private static string Kept(Match annotation) => annotation.Value switch
    {
        var surface when surface.Contains("1.73", StringComparison.Ordinal) => surface,
        ['{', '2', '4', ..] day => day[1..^1],
        _ => "",
    };

    private IEnumerable<string> Undivided(string unit)
    {
        // "10^4uL" is written for 10^4/uL; without the power it would be a volume.
        if (Power().Match(unit) is { Success: true } power && power.Groups["rest"].Value is { Length: > 0 } rest)
            return Below(rest).Where(b => b.EndsWith('L')).Select(b => $"{PowerOf(power)}/{b}");
        return _amounts.GetValueOrDefault(UnitForm.Folded(unit), []);
    }

    private IEnumerable<string> Above(string text, string below)
    {
        string power = "";
        // 10万 is one word, not ten of something.
        bool isWord = _counts.ContainsKey(UnitForm.Folded(text));
        if (!isWord && Power().Match(text) is { Success: true } written) (power, text) = (PowerOf(written), written.Groups["rest"].Value.TrimStart('.'));
        if (text.Length == 0 || _counted.Contains(UnitForm.Folded(text))) return [power];
        if (power.Length > 0) return _amounts.GetValueOrDefault(UnitForm.Folded(text), []).Select(amount => $"{power}.{amount}");
        return _amounts.GetValueOrDefault(UnitForm.Folded(text), [])
            .Concat(Multiples(text).Where(exponent => IsCountedPer(below, exponent)).Select(exponent => $"10*{exponent}"));
    }

    /// <summary>Nobody counts per decilitre, and thousand millions only per litre: <c>G/dL</c> are grams, whatever is measured.</summary>
    private static bool IsCountedPer(string below, int exponent) => below != "dL" && (exponent < LargestCount || below == "L");

    /// <summary><c>K</c>, <c>Kcells</c>, <c>万個</c>, <c>x万</c>, <c>cellsK</c>.</summary>
    private IEnumerable<int> Multiples(string text)
    {
        if (text.Length > 1 && text[0] is 'x' or 'X' or '*') text = text[1..];
        if (_counts.TryGetValue(text.Length == 1 ? text : UnitForm.Folded(text), out int[]? exponents)) return exponents;
        string folded = UnitForm.Folded(text);
        foreach (string counted in _counted)
        {
            string? word = folded.EndsWith(counted, StringComparison.Ordinal) ? text[..^counted.Length]
                : folded.StartsWith(counted, StringComparison.Ordinal) ? text[counted.Length..] : null;
            if (word?.Trim('.') is { Length: > 0 } multiple && _counts.TryGetValue(multiple.Length == 1 ? multiple : UnitForm.Folded(multiple), out exponents)) return exponents;
        }

        return [];
    }

    private string[] Below(string text) => _divisors.GetValueOrDefault(UnitForm.Folded(text), []);

    private string WithoutRemarks(string unit)
    {
        if (Temperature().Match(unit) is { Success: true } measured) unit = measured.Groups["unit"].Value;
        if (Remark().Match(unit) is { Success: true } remark && _remarks.Contains(UnitForm.Folded(remark.Groups["remark"].Value))) unit = remark.Groups["unit"].Value;
        return unit.Length > 2 && unit[0] is '(' or '[' && unit[^1] is ')' or ']' && unit.IndexOfAny(['(', '['], 1) < 0 ? unit[1..^1] : unit;
    }

    private static string PowerOf(Match power)
    {
        string exponent = power.Groups["exponent"].Success ? power.Groups["exponent"].Value : power.Groups["zeros"].Length.ToString(CultureInfo.InvariantCulture);
        return "10*" + exponent.TrimStart('0');
    }

    private static FrozenDictionary<string, string[]> Written(IReadOnlyList<UnitWord> words, IReadOnlyList<UnitWord> prefixes)
    {
        IEnumerable<(string Spelling, string Ucum)> plain = words.SelectMany(w => w.Spellings.Select(s => (s, w.Ucum)));
        IEnumerable<(string Spelling, string Ucum)> prefixed = words.Where(w => w.TakesPrefix)
            .SelectMany(w => prefixes.SelectMany(p => p.Spellings.SelectMany(s => w.Spellings.Select(unit => (s + unit, p.Ucum + w.Ucum)))));
        return plain.Concat(prefixed).GroupBy(w => UnitForm.Folded(w.Spelling), w => w.Ucum)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);
    }

    /// <summary>UCUM annotations say what is measured, never how much.</summary>
    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Annotation();

    /// <summary>Enzyme activities are measured at 37 degrees; another temperature is another quantity and is not taken off.</summary>
    [GeneratedRegex(@"^(?<unit>.*[lL])(?:/|\.|@|\()*(?:at)?37(?:(?:°|゜|˚|º|\u309A|deg)?[cC]|度)?\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Temperature();

    [GeneratedRegex(@"^(?<unit>[^()\[\]]+)[(\[](?<remark>[^()\[\]]+)[)\]]$", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^(?<unit>.+?)[/.]\(?\{?1[.,]73(?:_|\.)?(?:\[?m(?:\^|\*{1,2})?\(?2\)?\]?|sq\.?m\.?|square(?:meters?|metres?))?(?:\{?bsa\}?)?\}?\)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PerBodySurface();

    [GeneratedRegex(@"^(?<above>.*?)\.?(?<below>[A-Za-z]+)(?:\^|\*{1,2})?\(?-1\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NegativeExponent();

    /// <summary><c>10^3</c>, <c>x10*3</c>, <c>10**3</c>, <c>10(3)</c>, <c>10E3</c>, <c>10exp3</c>, <c>E3</c>, <c>x103</c>, <c>10x3</c>, <c>1000</c>; what follows.</summary>
    [GeneratedRegex(@"^[xX*.]?(?:(?:10(?:\^|\*{1,2}|[xXeE]\+?|[eE][xX][pP]|\(|\^\(|')?|[eE](?=[1-9]))(?<exponent>0?[1-9]|1[0-2])\)?|1(?<zeros>0{1,6}))(?![0-9])(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Power();
}
