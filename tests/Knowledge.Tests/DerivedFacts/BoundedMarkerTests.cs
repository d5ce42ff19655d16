using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.DerivedFacts;

/// <summary>A marker of which only a bound is known ("&lt; 2.0") tells a fast rise where every value that it may have does.</summary>
public sealed class BoundedMarkerTests
{
    [Theory]
    [InlineData("2.0", ">= 3.0", true)]
    [InlineData("2.0", ">= 2.9", null)]
    [InlineData("2.0", "<= 2.9", false)]
    [InlineData("2.0", "<= 3.0", null)]
    [InlineData("<= 1.0", "2.0", true)]
    [InlineData("<= 1.1", "2.0", null)]
    public void A_rise_between_bounds(string older, string latest, bool? fast)
    {
        FactReading reading = Build.Context(Build.Myeloma(Marker(older, 61), Marker(latest, 0))).Read("m-protein-fast-rise", FactTime.Current);
        Assert.Equal(fast, (reading.Value as PresenceValue)?.Present);
        if (fast is null) Assert.Equal(["m-protein-serum"], reading.Missing);
    }

    private static ObservedFact Marker(string value, int daysAgo)
    {
        ObservedFact exact = Build.Quantity("m-protein-serum", decimal.Parse(value.TrimStart('<', '>', '=', ' '), System.Globalization.CultureInfo.InvariantCulture), daysAgo);
        decimal bound = ((QuantityValue)exact.Value).Range.Low!.Value;
        return exact with { Value = new QuantityValue(value[0] switch { '<' => ValueRange.AtMost(bound), '>' => ValueRange.AtLeast(bound), _ => ValueRange.Exactly(bound) }) };
    }
}
