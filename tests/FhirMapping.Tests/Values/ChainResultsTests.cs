namespace Cds.FhirMapping.Tests.Values;

/// <summary>Immunoelectrophoresis with one result for each antiserum (JLAC10 5A136): 51 IgG, 52 IgA, 53 IgM, 54 kappa, 55 lambda.</summary>
public sealed class ChainResultsTests
{
    private static string Result(string result, string answer) =>
        Fhir.Observation(Fhir.Concept(Fhir.Jlac10, "5A136000002308" + "6" + result), $"\"valueString\":\"{answer}\"", "o" + result);

    [Theory]
    [InlineData("IgG-kappa", "51+", "52-", "53-", "54+", "55-")]
    [InlineData("IgA-lambda", "52+", "55+")]
    [InlineData("IgM", "53+")]
    [InlineData("light-chain-lambda", "51-", "52-", "53-", "54-", "55+")]
    public void Heavy_and_light_chain_make_the_type(string expected, params string[] results) => Assert.Equal(
        expected, Reading.Facts([.. results.Select(r => Result(r[..2], r[2] == '+' ? "陽性" : "陰性"))]).Code("m-protein-isotype"));

    [Theory]
    [InlineData("55+")]
    [InlineData("51+", "52+", "54+")]
    [InlineData("51+", "54+", "55+")]
    public void A_light_chain_whose_heavy_chain_was_not_asked_for_or_several_chains_name_no_type(params string[] results)
    {
        var facts = Reading.Facts([.. results.Select(r => Result(r[..2], "陽性"))]);
        facts.KnowsNothingOf("m-protein-isotype");
        Assert.Contains(facts.Notes, n => n.Text.En.Contains("decides neither way", StringComparison.Ordinal));
    }

    [Fact]
    public void All_negative_says_nothing_of_the_type() => Assert.Empty(Reading.Facts(Result("51", "陰性"), Result("54", "陰性")).Observations);

    [Fact]
    public void An_unclear_answer_is_reported() => Reading.Facts(Result("51", "±")).OnlyNote("Observation/o51", "decides neither way");
}
