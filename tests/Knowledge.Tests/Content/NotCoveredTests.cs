using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Tests.Content;

/// <summary>An anti-myeloma drug is in a regimen, or its data say what no rule judges of it.</summary>
public sealed class NotCoveredTests
{
    /// <summary>Corticosteroids are dosed with everything.</summary>
    private static readonly string[] Elsewhere = ["prednisone", "methylprednisolone"];

    [Fact]
    public void Every_anti_myeloma_drug_is_in_a_regimen_or_says_what_is_not_covered()
    {
        HashSet<string> planned = [.. Shipped.Knowledge.Regimens.Values.SelectMany(regimen => regimen.Drugs).Select(drug => drug.Drug)];
        foreach (Drug drug in Shipped.Knowledge.Drugs.Values.Where(drug => drug.IsAntiMyeloma && !Elsewhere.Contains(drug.Id)))
            Assert.True(planned.Contains(drug.Id) != (drug.NotCovered is not null), drug.Id);
    }

    [Theory]
    [InlineData("teclistamab")]
    [InlineData("elranatamab")]
    [InlineData("talquetamab")]
    [InlineData("linvoseltamab")]
    [InlineData("belantamab-mafodotin")]
    public void Antibodies_that_the_documents_do_not_treat_say_so(string drug) => Assert.NotNull(Shipped.Knowledge.Drugs[drug].NotCovered);
}
