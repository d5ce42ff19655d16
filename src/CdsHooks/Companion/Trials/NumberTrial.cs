namespace Cds.CdsHooks.Companion.Trials;

/// <summary>
/// Tries numbers of a fact: at each limit of a rule, on both sides of it, and between, closer where two answers differ, since what is computed from the fact turns at numbers that no rule names.
/// </summary>
/// <typeparam name="T">What a number is answered with.</typeparam>
/// <param name="lowest">The lowest number that can be.</param>
/// <param name="highest">The highest.</param>
/// <param name="step">The smallest difference that is looked at.</param>
/// <param name="ask">The answer for a number.</param>
/// <param name="same">Whether two answers are the same.</param>
/// <param name="most">How often may be asked.</param>
internal sealed class NumberTrial<T>(decimal lowest, decimal highest, decimal step, Func<decimal, T> ask, Func<T, T, bool> same, int most)
{
    /// <summary>Answers that look alike are doubted so many times.</summary>
    private const int Doubts = 2;

    /// <summary>Beyond this ratio the place to look at next is nearer to the lower number: most limits are low in what can be.</summary>
    private const decimal Wide = 8m, Nearer = 3m;

    /// <summary>An answer turns within this share of the number.</summary>
    private const decimal Share = 0.02m;

    private readonly SortedDictionary<decimal, T> _answers = [];

    /// <summary>The stretches of numbers with the same answer, the lowest first; none when they cannot be told apart within the questions that may be asked.</summary>
    /// <param name="limits">Limits of rules.</param>
    public IReadOnlyList<(NumberSpan Span, T Answer)> Spans(IEnumerable<decimal> limits)
    {
        decimal[] exact = [.. limits.Where(limit => limit > lowest && limit < highest).Distinct().Order()];
        decimal[] edges = [lowest, .. exact.SelectMany(limit => new[] { limit - step, limit, limit + step }), highest];
        for (int i = 0; i < edges.Length && _answers.Count < most; i += 3) Refine(Math.Clamp(edges[i], lowest, highest), Math.Clamp(edges[i + 1], lowest, highest), 0);
        foreach (decimal limit in exact.TakeWhile(_ => _answers.Count < most)) Answer(limit);
        return _answers.Count < most ? [.. Runs([.. exact])] : [];
    }

    private void Refine(decimal low, decimal high, int depth)
    {
        bool alike = same(Answer(low), Answer(high));
        if (high - low <= Math.Max(step, high * Share) || (alike && depth >= Doubts) || _answers.Count >= most) return;
        decimal middle = low > 0m && high > Wide * low ? Nearer * low : low + (high - low) / 2m;
        middle = Math.Round(middle / step, MidpointRounding.AwayFromZero) * step;
        if (middle <= low || middle >= high) return;
        Refine(low, middle, depth + 1);
        Refine(middle, high, depth + 1);
    }

    private T Answer(decimal number)
    {
        if (!_answers.TryGetValue(number, out T? answer)) _answers[number] = answer = ask(number);
        return answer;
    }

    private IEnumerable<(NumberSpan Span, T Answer)> Runs(HashSet<decimal> exact)
    {
        KeyValuePair<decimal, T>[] tried = [.. _answers];
        NumberEnd? low = null;
        for (int i = 0; i < tried.Length; i++)
        {
            if (i + 1 < tried.Length && same(tried[i].Value, tried[i + 1].Value)) continue;
            if (i + 1 == tried.Length)
            {
                yield return (new NumberSpan(low, null), tried[i].Value);
                yield break;
            }

            (decimal here, decimal next) = (tried[i].Key, tried[i + 1].Key);
            (NumberEnd end, NumberEnd start) = exact.Contains(next) ? (new NumberEnd(next, false, true), new NumberEnd(next, true, true))
                : exact.Contains(here) ? (new NumberEnd(here, true, true), new NumberEnd(here, false, true))
                : (new NumberEnd(next, false, next - here <= step), new NumberEnd(next, true, next - here <= step));
            yield return (new NumberSpan(low, end), tried[i].Value);
            low = start;
        }
    }
}

/// <summary>A stretch of numbers.</summary>
/// <param name="Low">Lower end; null for none.</param>
/// <param name="High">Upper end; null for none.</param>
internal sealed record NumberSpan(NumberEnd? Low, NumberEnd? High);

/// <summary>An end of a stretch of numbers.</summary>
/// <param name="Number">The number.</param>
/// <param name="IsIncluded">Whether it belongs to the stretch.</param>
/// <param name="IsExact">Whether the answer turns just there; otherwise near it.</param>
internal sealed record NumberEnd(decimal Number, bool IsIncluded, bool IsExact);
