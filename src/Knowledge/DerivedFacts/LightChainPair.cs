namespace Cds.Knowledge.DerivedFacts;

/// <summary>Free kappa and lambda chains that were measured together: on one day, in one resource or for one report. Chains of different days make no ratio.</summary>
/// <param name="Kappa">The kappa chain.</param>
/// <param name="Lambda">The lambda chain.</param>
internal sealed record LightChainPair(ObservedFact Kappa, ObservedFact Lambda)
{
    private const string KappaId = "flc-kappa", LambdaId = "flc-lambda";

    /// <summary>The day on which both were known.</summary>
    public DateOnly Day => Kappa.Date.LatestDay > Lambda.Date.LatestDay ? Kappa.Date.LatestDay : Lambda.Date.LatestDay;

    /// <summary>Kappa, mg/L.</summary>
    public ValueRange KappaRange => ((QuantityValue)Kappa.Value).Range;

    /// <summary>Lambda, mg/L.</summary>
    public ValueRange LambdaRange => ((QuantityValue)Lambda.Value).Range;

    /// <summary>The newest pair among the values that count at a time; null when no two chains belong together.</summary>
    public static LightChainPair? Latest(PatientContext patient, FactTime at)
    {
        // Of the lambda chains with a mark in common the first of the latest day: it alone can be the partner.
        var marked = new Dictionary<string, ObservedFact>();
        foreach (ObservedFact lambda in patient.Candidates(LambdaId, at))
        {
            foreach (string mark in Marks(lambda))
            {
                if (!marked.TryGetValue(mark, out ObservedFact? other) || lambda.Date.LatestDay > other.Date.LatestDay) marked[mark] = lambda;
            }
        }

        if (marked.Count == 0) return null;
        LightChainPair? latest = null;
        foreach (ObservedFact kappa in patient.Candidates(KappaId, at))
        {
            // The candidates come with the better ones last: the last partner, and among pairs of one day the last pair, is the one that counts.
            ObservedFact? partner = Marks(kappa).Select(marked.GetValueOrDefault).OfType<ObservedFact>().MaxBy(lambda => lambda.Date.LatestDay);
            if (partner is not null && new LightChainPair(kappa, partner) is var pair && (latest is null || pair.Day >= latest.Day)) latest = pair;
        }

        return latest;
    }

    /// <summary>The data behind it.</summary>
    public IReadOnlyList<Basis> Basis(PatientContext patient) => [patient.BasisOf(Kappa), patient.BasisOf(Lambda)];

    /// <summary>What would give a pair: the chain that is lacking, or both when they do not belong together.</summary>
    public static IReadOnlyList<string> Missing(PatientContext patient, FactTime at)
    {
        string[] lacking = [.. new[] { KappaId, LambdaId }.Where(id => patient.Read(id, at).Value is null)];
        return lacking.Length > 0 ? lacking : [KappaId, LambdaId];
    }

    /// <summary>What two chains have in common when they belong together: the day, the resource that holds both, the report.</summary>
    private static string[] Marks(ObservedFact chain)
    {
        string resource = chain.Resource.Split('#')[0];
        return chain.Date.IsOneDay ? [chain.Date.LatestDay.ToString("O", CultureInfo.InvariantCulture), resource, .. chain.Reports] : [resource, .. chain.Reports];
    }
}
