using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Tests.Recommendations;

/// <summary>What stands in braces in a summary.</summary>
public sealed class SummaryTextsTests
{
    [Theory]
    [InlineData("running:proteasome-inhibitor", "running", "proteasome-inhibitor")]
    [InlineData("since:lenalidomide", "since", "lenalidomide")]
    [InlineData("value:creatinine-clearance", "value", "creatinine-clearance")]
    [InlineData("conclusion:car-t.crs-grade", "conclusion", "car-t.crs-grade")]
    public void A_placeholder_says_what_it_refers_to(string name, string kind, string id) => Assert.Equal((kind, id), SummaryTexts.Parse(name));

    [Theory]
    [InlineData("first")]
    [InlineData("running:")]
    [InlineData("approval:x")]
    [InlineData("a:b:c")]
    public void Another_text_in_braces_is_none(string name) => Assert.Null(SummaryTexts.Parse(name));
}
