using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

public sealed class ProvenTests
{
    private static readonly Proven DentalCheck = new(new FactPresence("dental-check", FactTime.Current, Present: true));

    [Fact]
    public void What_the_data_show_is_proven() =>
        Assert.Equal(Truth.True, DentalCheck.Evaluate(Build.Context(Build.Myeloma(Build.Presence("dental-check", true)))).Truth);

    [Fact]
    public void What_nobody_recorded_is_not_proven_and_lacks_nothing()
    {
        Finding finding = DentalCheck.Evaluate(Build.Context(Build.Myeloma()));
        Assert.Equal(Truth.False, finding.Truth);
        Assert.Empty(finding.Missing);
    }

    [Fact]
    public void What_the_data_disprove_is_not_proven() =>
        Assert.Equal(Truth.False, DentalCheck.Evaluate(Build.Context(Build.Myeloma(Build.Presence("dental-check", false)))).Truth);
}
