using Cds.Knowledge.Loading;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Tests.Content;

/// <summary>Every drug with a dose has a range in which its doses lie, so that a slip of the pen is found.</summary>
public sealed class DoseRangeTests
{
    [Fact]
    public void Every_drug_with_a_dose_has_a_range()
    {
        string ranges = string.Concat(KnowledgeBaseReader.EmbeddedFiles().Where(f => f.Path.EndsWith("drugs/dose-ranges.yaml", StringComparison.Ordinal)).Select(f => f.Text));
        IEnumerable<string> dosed =
        [
            .. Shipped.Knowledge.Regimens.Values.SelectMany(r => r.Drugs).Where(d => d.DoseAmount is not null).Select(d => d.Drug),
            .. Shipped.Knowledge.Recommendations.SelectMany(r => r.Options.Concat(r.Cases.SelectMany(c => c.Options))).SelectMany(o => o.Orders).OfType<DrugOrder>()
                .Where(o => o is { DoseAmount: not null, DoseUnit: not "{tablet}" and not "[drp]" }).Select(o => o.DrugId),
        ];
        Assert.All(dosed.Distinct(), drug => Assert.Contains($"drug: {drug},", ranges, StringComparison.Ordinal));
    }
}
