using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Values;

/// <summary>
/// Puts the type of the M-protein together where a laboratory reports each antiserum on its own (JLAC10 5A136, results 51 to 55). Several heavy or light
/// chains on one day name no type; a light chain alone is one only when every heavy chain that the panel has was reported as negative.
/// </summary>
internal sealed class ChainResults(ReadingContext context)
{
    private static readonly string[] HeavyChains = ["IgG", "IgA", "IgM"];
    private static readonly string[] LightChains = ["kappa", "lambda"];

    private readonly List<Chain> _chains = [];

    /// <summary>Adds the result of one antiserum.</summary>
    public void Add(string chain, ObservedResult result, string resource, ClinicalDate date)
    {
        Answer answer = result.Value.Concept() is { } concept ? AnswerReader.Read(concept, context.Codes)
            : result.Value.Words() is { } text ? AnswerReader.Read(text)
            : Answer.None;
        if (answer == Answer.None) answer = PresenceValueReader.Interpretation(result, context);
        if (answer is Answer.Positive or Answer.Negative) _chains.Add(new Chain(chain, answer == Answer.Positive, resource, date));
        else if (context.Knowledge.Roles.Read(CodeReading.Isotype) is { } fact) context.Notes.Indeterminate(resource, fact.Title, result.Value.Words());
    }

    /// <summary>Adds the types that all results of a day say.</summary>
    public void Complete()
    {
        if (_chains.Count == 0 || context.Knowledge.Roles.Read(CodeReading.Isotype) is not { } fact) return;
        HashSet<DateOnly> named = [.. context.Observations.Where(o => o.FactId == fact.Id).Select(o => o.Date.LatestDay)];
        foreach (IGrouping<DateOnly, Chain> day in _chains.GroupBy(c => c.Date.LatestDay))
        {
            if (named.Contains(day.Key)) continue;
            Chain[] found = [.. day.Where(c => c.Present).OrderBy(c => c.Resource, StringComparer.Ordinal)];
            if (found.Length == 0) continue;
            string[] heavy = [.. HeavyChains.Where(h => found.Any(c => c.Name == h))];
            string[] light = [.. LightChains.Where(l => found.Any(c => c.Name == l))];
            bool noHeavyChain = heavy.Length == 0 && HeavyChains.All(h => day.Any(c => c.Name == h && !c.Present));
            string? code = (heavy, light) switch
            {
                ([var one], []) => one,
                ([var one], [var chain]) => $"{one}-{chain}",
                ([], [var chain]) when noHeavyChain => "light-chain-" + chain,
                _ => null,
            };
            if (code is not null && fact.Codes.Contains(code)) context.Observe(fact, new CodeValue(code), found[0].Date, found[0].Resource);
            else context.Notes.Indeterminate(found[0].Resource, fact.Title, string.Join(" + ", found.Select(c => c.Name).Distinct()));
        }
    }

    private sealed record Chain(string Name, bool Present, string Resource, ClinicalDate Date);
}
