using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Tests.Evaluation;

namespace Cds.Knowledge.Tests.DerivedFacts;

public sealed class BodyMassIndexTests
{
    [Fact]
    public void It_is_the_weight_over_the_square_of_the_height()
    {
        FactReading reading = Build.Context(Build.Myeloma(Build.Quantity("height", 160m), Build.Quantity("weight", 47.36m))).Read("body-mass-index", FactTime.Current);
        Assert.Equal(18.5m, reading.Range!.Value.Exact);
        Assert.Equal(["height", "weight"], Assert.Single(reading.Basis).From.Select(b => b.Fact));
    }

    [Fact]
    public void Without_height_it_is_unknown_and_height_is_missing() =>
        Assert.Equal(["height"], Build.Context(Build.Myeloma(Build.Quantity("weight", 50m))).Read("body-mass-index", FactTime.Current).Missing);
}
