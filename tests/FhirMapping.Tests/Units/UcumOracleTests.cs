using System.Globalization;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Units;
using Fhir.Metrics;

namespace Cds.FhirMapping.Tests.Units;

/// <summary>The factors of the facts' units against an independent implementation of UCUM (package Fhir.Metrics).</summary>
public sealed class UcumOracleTests
{
    private const string Ucum = "http://unitsofmeasure.org";

    /// <summary>Some factors are rounded in the knowledge files (0.4536 kg to the pound).</summary>
    private const decimal Tolerance = 0.0001m;

    private const int Agreeing = 92;

    /// <summary>Mass and amount need a molar mass, enzyme units have two names, and this implementation reads neither 24.h in brackets nor degrees Fahrenheit.</summary>
    private static readonly string[] Untold =
    [
        "albumin umol/L", "alt [IU]/L", "ast [IU]/L", "beta2-microglobulin nmol/L", "beta2-microglobulin umol/L", "bilirubin umol/L",
        "calcium mmol/L", "calcium meq/L", "calcium-corrected mmol/L", "calcium-corrected meq/L", "calcium-ionised mg/dL", "calcium-ionised meq/L", "cd4-count {cells}/uL", "circulating-plasma-cells-percent 1", "creatinine umol/L",
        "creatinine mmol/L", "crp nmol/L", "del-17p-fraction 1", "fio2 1", "hemoglobin mmol/L", "igg umol/L", "ldh [IU]/L",
        "lvef 1", "m-protein-urine mg/d", "m-protein-urine g/(24.h)", "m-protein-urine g/d", "marrow-plasma-cells 1", "nt-probnp pmol/L",
        "spo2 1", "temperature [degF]",
    ];

    /// <summary>An equivalent is a mole in UCUM, whatever the charge of the ion.</summary>
    private static bool IsOfIons(string unit) => unit.StartsWith("meq", StringComparison.Ordinal);

    [Fact]
    public void Every_factor_that_UCUM_can_tell_is_the_factor_of_UCUM()
    {
        var different = new List<string>();
        var untold = new List<string>();
        int agreeing = 0;
        foreach (FactDefinition fact in Reading.Knowledge.Facts.Values.Where(f => f.Unit is not null).OrderBy(f => f.Id, StringComparer.Ordinal))
        {
            foreach ((string unit, UnitFactor factor) in fact.Units.Where(u => u.Key != fact.Unit))
            {
                string pair = $"{fact.Id} {unit}";
                if (IsOfIons(unit) || Told(unit, fact.Unit!) is not { } told) untold.Add(pair);
                else if (Math.Abs(told - factor.Factor) > factor.Factor * Tolerance) different.Add($"{pair}: {factor.Factor}, UCUM {told}");
                else agreeing++;
            }
        }

        Assert.Empty(different);
        Assert.Equal(Untold, untold);
        Assert.Equal(Agreeing, agreeing);
    }

    [Theory]
    [InlineData("albumin", "g", "L")]
    [InlineData("platelets", "10*3", "L")]
    [InlineData("flc-kappa", "g", "L")]
    public void A_unit_on_another_metric_scale_has_the_factor_of_UCUM(string id, string above, string below)
    {
        FactDefinition fact = Reading.Knowledge.Facts[id];
        int compared = 0;
        foreach (string prefix in above == "g" ? (string[])["", "k", "m", "u", "n", "p"] : [""])
        {
            foreach (string volume in (string[])["", "d", "c", "m", "u", "n"])
            {
                string unit = $"{prefix}{above}/{volume}{below}";
                if (fact.FactorOf(unit, Reading.Knowledge.UnitSpellings) is not { } factor || Told(unit, fact.Unit!) is not { } told) continue;
                Assert.True(Math.Abs(told - factor.Factor) <= factor.Factor * Tolerance, $"{unit}: {factor.Factor}, UCUM {told}");
                compared++;
            }
        }

        Assert.True(compared >= 5, $"only {compared} compared");
    }

    private static decimal? Told(string unit, string canonical) =>
        FhirMetricService.Instance.Value.TryConvertTo(("1", unit, Ucum), canonical, out (string Value, string Unit, string System)? converted)
            ? decimal.Parse(converted!.Value.Value, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
}
