using Cds.CdsHooks.Cards;
using Cds.Knowledge;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Cards;

/// <summary>A figure of a trial never stands without what it was compared with.</summary>
public sealed class EvidenceLineTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBaseReader.ReadEmbedded();

    /// <summary>Every figure that a card or a page can print, those of regimens seen from their comparator included.</summary>
    private static IEnumerable<Evidence> All =>
    [
        .. Knowledge.Trials.Values.SelectMany(trial => trial.Reports).SelectMany(report => report.Figures),
        .. Knowledge.Regimens.Values.SelectMany(regimen => regimen.Evidence),
        .. Knowledge.Recommendations.SelectMany(rule => rule.Evidence.Concat(rule.Options.SelectMany(option => option.Evidence))),
    ];

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Japanese)]
    public void The_comparator_is_printed_wherever_it_is_given(Language language)
    {
        Evidence[] compared = [.. All.Where(evidence => evidence.Comparator is not null)];
        Assert.NotEmpty(compared);
        Assert.All(compared, evidence =>
        {
            string line = EvidenceLine.Write(evidence, language);
            Assert.Contains(evidence.Comparator!.In(language), line, StringComparison.Ordinal);
            if (evidence.ComparatorResult is { } result && evidence.Result is not null) Assert.Contains(result.In(language), line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_hazard_ratio_has_a_comparator() =>
        Assert.All(All.Where(evidence => evidence.HazardRatio is not null), evidence => Assert.True(evidence.Comparator is not null, $"{evidence.Trial.En}, {evidence.Endpoint.En}"));
}
