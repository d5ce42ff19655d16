namespace Cds.FhirMapping.Synthesis;

/// <summary>What is measured and found in one patient: the tables' levels, which follow the amount of disease, with noise, gaps and other units.</summary>
internal sealed class SyntheticLaboratory
{
    private const double ShareOfMissing = 0.12, ShareOfKappa = 0.63, SharePerLitre = 0.4, Noise = 0.04;

    private readonly string? _condition;
    private readonly SyntheticRecord _record;
    private readonly CodeWorld _world;
    private readonly Random _random;
    private readonly string _lightChain;
    private readonly List<(MeasuredLevel Level, double Base, double Disease)> _levels = [];

    /// <summary>Draws the patient's levels.</summary>
    public SyntheticLaboratory(SyntheticStory story, SyntheticRecord record, CodeWorld world, Random random)
    {
        (_condition, _record, _world, _random) = (story.Condition, record, world, random);
        _lightChain = random.NextDouble() < ShareOfKappa ? "kappa" : "lambda";
        foreach (MeasuredLevel level in MeasuredLevel.All.Where(level => level.Of.Holds(_condition) && (level.LightChain.Length == 0 || level.LightChain == _lightChain)))
            _levels.Add((level, Between(level.Base), Between(level.Disease)));
    }

    /// <summary>Writes the results of one visit.</summary>
    public void Write(SyntheticVisit visit)
    {
        Write(Occasion.Followed, visit.On, visit.Burden);
        if (visit.IsThorough) Write(Occasion.Thorough, visit.On, visit.Burden);
    }

    /// <summary>Writes what belongs to an occasion.</summary>
    public void Write(Occasion occasion, DateOnly on, double burden)
    {
        foreach ((MeasuredLevel level, double without, double disease) in _levels.Where(level => level.Level.Occasion == occasion))
        {
            if (!IsMissing()) Write(level, on, (without + (disease * burden)) * (1 + ((_random.NextDouble() - 0.5) * 2 * Noise)));
        }

        foreach (LookedFor finding in LookedFor.All.Where(finding => finding.Occasion == occasion && finding.Of.Holds(_condition)))
        {
            if (!IsMissing()) Write(finding, on);
        }
    }

    private void Write(MeasuredLevel level, DateOnly on, double value)
    {
        // Only international systems write some of these per litre.
        bool perLitre = level.PerLitre.Length > 0 && !_world.IsJapanese && _random.NextDouble() < SharePerLitre;
        value = Math.Max(value, 0);
        _record.Quantity(level.Fact, on, perLitre ? Math.Round(value * 10) : Math.Round(value, level.Decimals), perLitre ? level.PerLitre : level.Unit);
    }

    private void Write(LookedFor finding, DateOnly on)
    {
        bool drawn = _random.NextDouble() < finding.Share;
        switch (finding.Kind)
        {
            case "finding":
                _record.Finding(finding.Id, on, drawn ? finding.First : finding.Second);
                break;
            case "score":
                _record.Score(finding.Id, on, _random.Next(Number(finding.First), Number(finding.Second) + 1));
                break;
            case "words":
                _record.Words(finding.Id, on, $"{(drawn ? finding.First : finding.Second)} {_lightChain}");
                break;
            case "coded":
                if (drawn) _record.Coded(finding.Id, on, finding.First);
                break;
            case "condition":
                if (drawn) _record.Condition(finding.Id, on);
                break;
            default:
                throw new InvalidOperationException($"Add the kind '{finding.Kind}' of findings.csv to SyntheticLaboratory.");
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private bool IsMissing() => _random.NextDouble() < ShareOfMissing;

    private double Between((double Least, double Most) range) => range.Least + (_random.NextDouble() * (range.Most - range.Least));
}
