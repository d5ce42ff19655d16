using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Cds.Knowledge.Vignettes;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>
/// Which vignettes are likely to fail when a limit changes: those that already failed when it changed otherwise, then those that are named after it and after
/// a number beside it. Only the order in which they are tried: the search ends at the first that fails.
/// </summary>
internal sealed partial class LikelyVignettes
{
    private readonly ConcurrentDictionary<Vignette, (string Words, IReadOnlySet<decimal> Numbers)> _names = new();

    private readonly ConcurrentDictionary<(string File, long TextIndex), ConcurrentBag<Vignette>> _found = new();

    public int Score(Mutation mutation, Vignette vignette, bool asksAboutIt)
    {
        (string words, IReadOnlySet<decimal> numbers) = _names.GetOrAdd(vignette, NameOf);
        decimal limit = decimal.Parse(Number().Match(mutation.Limit.Text).Value, CultureInfo.InvariantCulture);
        int score = _found.TryGetValue(Key(mutation), out ConcurrentBag<Vignette>? found) && found.Contains(vignette) ? 20 : 0;
        if (asksAboutIt) score += 6;
        if (numbers.Any(number => Math.Abs(number - limit) <= mutation.Step)) score += 4;
        return score + WordsOf(mutation.Limit).Count(word => words.Contains(word, StringComparison.Ordinal));
    }

    public void Remember(Mutation mutation, Vignette vignette) => _found.GetOrAdd(Key(mutation), _ => []).Add(vignette);

    private static (string File, long TextIndex) Key(Mutation mutation) => (mutation.Limit.File, mutation.Limit.TextIndex);

    private static IEnumerable<string> WordsOf(Limit limit) => $"{limit.Owner.Id}.{limit.Path}".Split('.', '-').Where(word => word.Length > 3).Distinct();

    private static (string Words, IReadOnlySet<decimal> Numbers) NameOf(Vignette vignette)
    {
        string name = $"{vignette.File} {vignette.Name}".ToLowerInvariant();
        return (name, new HashSet<decimal>(Number().Matches(vignette.Name).Select(match => decimal.Parse(match.Value, CultureInfo.InvariantCulture))));
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}
