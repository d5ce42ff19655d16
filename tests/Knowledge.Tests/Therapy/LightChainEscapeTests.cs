using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Therapy;

/// <summary>The involved light chain rises while the M-protein is flat: named in the basis of the response, beside its category.</summary>
public sealed class LightChainEscapeTests
{
    [Theory]
    [InlineData(125, true)]
    [InlineData(124, false)]
    [InlineData(248, true)]
    public void A_rise_by_100_mg_per_litre_over_the_lowest_value_is_named(int latest, bool named) =>
        Assert.Equal(named, IsNamed([(268, 420), (115, 25), (3, latest)]));

    [Theory]
    [InlineData(625, true)]
    [InlineData(624, false)]
    public void A_rise_by_25_percent_over_the_lowest_value_is_needed_too(int latest, bool named) =>
        Assert.Equal(named, IsNamed([(268, 900), (115, 500), (3, latest)]));

    [Fact]
    public void An_M_protein_that_rises_itself_is_no_escape() => Assert.False(IsNamed([(268, 420), (115, 25), (3, 248)], latestProtein: 1.4m));

    [Fact]
    public void Light_chains_by_which_the_disease_is_followed_are_no_escape() => Assert.False(IsNamed([(268, 420), (115, 25), (3, 248)], firstProtein: 0.9m));

    [Fact]
    public void The_category_stays_that_of_the_M_protein() => Assert.Equal(Response([(268, 420), (115, 25), (3, 25)]).Value, Response([(268, 420), (115, 25), (3, 248)]).Value);

    private static bool IsNamed((int DaysAgo, int Lambda)[] chains, decimal firstProtein = 3.8m, decimal latestProtein = 0.4m) =>
        Response(chains, firstProtein, latestProtein).Basis.Any(b => b.Fact == "flc-lambda" && b.Comment?.En.Contains("light-chain escape", StringComparison.Ordinal) == true);

    private static Conclusion Response((int DaysAgo, int Lambda)[] chains, decimal firstProtein = 3.8m, decimal latestProtein = 0.4m)
    {
        ObservedFact[] observations =
        [
            Build.Quantity("m-protein-serum", firstProtein, 268), Build.Quantity("m-protein-serum", 0.4m, 115), Build.Quantity("m-protein-serum", 0.4m, 31),
            Build.Quantity("m-protein-serum", latestProtein, 3), Build.Quantity("m-protein-urine", 20m, 268), Build.Quantity("m-protein-urine", 20m, 115),
            Build.Quantity("m-protein-urine", 20m, 31), Build.Quantity("m-protein-urine", 20m, 3),
            .. chains.SelectMany(c => new[] { Build.Quantity("flc-lambda", c.Lambda, c.DaysAgo), Build.Quantity("flc-kappa", 7m, c.DaysAgo) }),
        ];
        PatientFacts patient = Build.Myeloma(observations) with
        {
            DrugRecords = [new DrugRecord("daratumumab", DrugRecordSource.Statement, DrugRecordStatus.Active, "MedicationStatement/d") { Start = ClinicalDate.OnDay(Build.Day(255)) }],
        };
        return Build.Assess(patient).Conclusions.Single(c => c.Id == "response");
    }
}
