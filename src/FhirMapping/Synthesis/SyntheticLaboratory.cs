namespace Cds.FhirMapping.Synthesis;

/// <summary>What is measured in one patient: levels that follow the amount of disease, with noise, gaps and other units.</summary>
internal sealed class SyntheticLaboratory
{
    private const double ShareOfMissing = 0.12;

    private readonly SyntheticStory _story;
    private readonly SyntheticRecord _record;
    private readonly CodeWorld _world;
    private readonly Random _random;
    private readonly double _mProtein, _chain, _anaemia, _renal;
    private readonly bool _kappa, _isDisease;

    /// <summary>Draws the patient's levels.</summary>
    public SyntheticLaboratory(SyntheticStory story, SyntheticRecord record, CodeWorld world, Random random)
    {
        (_story, _record, _world, _random) = (story, record, world, random);
        _isDisease = story.Condition is not null;
        bool isActive = story.Condition is "multiple-myeloma" or "plasma-cell-leukaemia";
        (double least, double most) = story.Condition switch
        {
            "mgus" or "al-amyloidosis" or "poems" or "solitary-plasmacytoma-bone" => (0.3, 1.9),
            "smouldering-myeloma" => (1.5, 3.8),
            null => (0, 0),
            _ => (2.2, 6.5),
        };
        _mProtein = Between(least, most);
        _chain = story.Condition switch { "multiple-myeloma" or "plasma-cell-leukaemia" => Between(150, 1500), "al-amyloidosis" => Between(80, 600), null => 15, _ => Between(20, 110) };
        _anaemia = isActive ? Between(1.5, 5) : 0.3;
        _renal = isActive && random.NextDouble() < 0.25 ? Between(0.8, 3) : 0.05;
        _kappa = random.NextDouble() < 0.63;
    }

    /// <summary>Writes the results of one visit.</summary>
    public void Write(SyntheticVisit visit)
    {
        double burden = _isDisease ? visit.Burden : 0;
        DateOnly on = visit.On;
        if (_isDisease)
        {
            Grams("m-protein-serum", on, _mProtein * burden, "g/dL", "g/L");
            Measured(_kappa ? "flc-kappa" : "flc-lambda", on, 12 + _chain * burden, "mg/L", 1);
            Measured(_kappa ? "flc-lambda" : "flc-kappa", on, Between(6, 14), "mg/L", 1);
        }

        Grams("hemoglobin", on, 13.6 - _anaemia * burden + Between(-0.5, 0.5), "g/dL", "g/L");
        Measured("creatinine", on, 0.8 + _renal * burden + Between(-0.1, 0.1), "mg/dL", 2);
        if (!visit.IsThorough) return;
        Measured("calcium", on, 9.2 + 0.6 * burden * _anaemia / 5 + Between(-0.3, 0.3), "mg/dL", 1);
        Grams("albumin", on, 4.2 - 0.8 * burden * _anaemia / 5 + Between(-0.3, 0.3), "g/dL", "g/L");
        Measured("platelets", on, Math.Round(Between(110, 290) - 60 * burden), "10*3/uL", 0);
        Measured("neutrophils", on, Between(1.6, 5.5), "10*3/uL", 1);
        Measured("ldh", on, Math.Round(Between(140, 230) + 70 * burden * _random.NextDouble()), "U/L", 0);
        if (!_isDisease) return;
        Measured("beta2-microglobulin", on, 2 + 4 * burden * _random.NextDouble() + _renal, "mg/L", 1);
        if (!IsMissing()) _record.Score("ecog", on, _random.Next(0, burden > 0.5 ? 3 : 2));
        if (_story.Condition is "al-amyloidosis") Measured("nt-probnp", on, Math.Round(Between(150, 9000)), "ng/L", 0);
    }

    /// <summary>Writes what is looked for when the disease is found: marrow, skeleton, chromosomes, hepatitis B.</summary>
    public void WriteWorkUp(DateOnly on)
    {
        if (!_isDisease) return;
        double marrow = _story.Condition switch { "mgus" => Between(2, 9), "smouldering-myeloma" => Between(11, 45), "solitary-plasmacytoma-bone" => Between(1, 8), "al-amyloidosis" or "poems" => Between(3, 9), _ => Between(15, 85) };
        Measured("marrow-plasma-cells", on, Math.Round(marrow), "%", 0);
        if (!IsMissing()) _record.Words("m-protein-isotype", on, (_random.NextDouble() < 0.72 ? "IgG" : "IgA") + (_kappa ? " kappa" : " lambda"));
        bool isActive = _story.Condition is "multiple-myeloma" or "plasma-cell-leukaemia";
        if (!IsMissing()) _record.Score("bone-lesions", on, isActive ? _random.Next(0, 6) : _story.Condition == "solitary-plasmacytoma-bone" ? 1 : 0);
        if (_story.Condition == "plasma-cell-leukaemia") _record.Quantity("circulating-plasma-cells-percent", on, _random.Next(22, 60), "%");
        if (!isActive && _story.Condition != "smouldering-myeloma") return;
        foreach ((string finding, double share) in new[] { ("del-17p", 0.1), ("t-4-14", 0.12), ("t-14-16", 0.04), ("gain-1q", 0.38) })
        {
            if (!IsMissing()) _record.Finding(finding, on, _random.NextDouble() < share);
        }

        if (!IsMissing()) _record.Finding("hbs-antigen", on, _random.NextDouble() < 0.01);
    }

    private void Measured(string fact, DateOnly on, double value, string unit, int decimals)
    {
        if (!IsMissing()) _record.Quantity(fact, on, Math.Round(Math.Max(value, 0), decimals), unit);
    }

    /// <summary>International systems write some of these per litre.</summary>
    private void Grams(string fact, DateOnly on, double value, string perDecilitre, string perLitre)
    {
        bool litre = !_world.IsJapanese && _random.NextDouble() < 0.4;
        Measured(fact, on, litre ? value * 10 : value, litre ? perLitre : perDecilitre, litre ? 0 : 1);
    }

    private bool IsMissing() => _random.NextDouble() < ShareOfMissing;

    private double Between(double least, double most) => least + _random.NextDouble() * (most - least);
}
