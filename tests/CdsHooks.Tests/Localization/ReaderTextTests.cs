using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Tests.Hosting;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Localization;

public sealed class ReaderTextTests
{
    [Theory]
    [InlineData("a", "58 years", "58歳")]
    [InlineData("10*3/uL", "58 x10³/µL", "58 ×10³/µL")]
    [InlineData("{score}", "58", "58")]
    [InlineData("mg/dL", "58 mg/dL", "58 mg/dL")]
    [InlineData(null, "58", "58")]
    public void A_value_carries_its_unit_as_clinicians_write_it(string? unit, string english, string japanese)
    {
        var basis = new Basis { Fact = "x", Title = SmallKnowledge.Text("x"), Value = new QuantityValue(ValueRange.Exactly(58)), Unit = unit };
        Assert.Equal(english, ValueText.Of(basis, Language.English));
        Assert.Equal(japanese, ValueText.Of(basis, Language.Japanese));
    }

    [Fact]
    public void A_coded_value_is_shown_by_its_name_where_it_has_one()
    {
        var basis = new Basis { Fact = "line-of-therapy", Title = SmallKnowledge.Text("line"), Value = new CodeValue("lenalidomide"), ValueTitle = new("lenalidomide", "レナリドミド") };
        Assert.Equal("レナリドミド", ValueText.Of(basis, Language.Japanese));
        Assert.Equal("lenalidomide", ValueText.Of(basis with { ValueTitle = null }, Language.Japanese));
    }
}
