using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Recommendations;

/// <summary>A patient can be in several relapse states at once: the lists stay apart and agree, and make one ranking.</summary>
public sealed class OneRankingTests
{
    private static readonly string[] Drugs = ["lenalidomide", "bortezomib", "daratumumab", "pomalidomide", "carfilzomib", "thalidomide"];

    /// <summary>Regimens that the documents list although the disease is refractory to bortezomib.</summary>
    private static readonly string[] KeptThoughRefractory = ["bad", "pan-bd", "bd-pace", "bdt-pace"];

    /// <summary>Every set of the drugs that the disease progressed on.</summary>
    private static IEnumerable<string[]> Sets => Enumerable.Range(1, (1 << Drugs.Length) - 1).Select(set => Drugs.Where((_, at) => (set >> at & 1) == 1).ToArray());

    [Fact]
    public void An_option_stands_the_same_for_the_same_reasons_in_every_list_that_has_it()
    {
        foreach (Recommendation[] lists in Sets.Select(RelapseOf))
        {
            foreach (IGrouping<string, Option> same in lists.SelectMany(list => list.Options).GroupBy(option => option.Id))
                Assert.Single(same.Select(option => $"{option.Standing}: {string.Join(", ", option.Reasons.Select(reason => reason.Text.En))}").Distinct());
        }
    }

    [Fact]
    public void Each_list_is_ranked_as_the_one_ranking_is()
    {
        foreach (Recommendation[] lists in Sets.Select(RelapseOf).Where(lists => lists.Length > 0))
        {
            OneRanking ranking = Assert.Single(OneRanking.Of(lists));
            Recommendation one = ranking.Recommendation;
            Assert.Equal(lists.Select(list => list.Id).Order(), ranking.Also.Select(other => other.Id).Append(one.Id).Order());
            Assert.Equal(lists.SelectMany(list => list.Options).Select(option => option.Id).Distinct().Order(), one.Options.Select(option => option.Id).Order());
            Assert.Equal(one.Options.OrderBy(option => option.Standing).Select(option => option.Id), one.Options.Select(option => option.Id));
            foreach (Recommendation list in lists)
                Assert.Equal(one.Options.Select(option => option.Id).Where(id => list.Options.Any(option => option.Id == id)), list.Options.Select(option => option.Id));
            Recommendation leading = lists.Single(list => list.Id == one.Id);
            Assert.Equal(leading.Options[0].Id, one.Options[0].Id);
            Assert.Equal(leading.Summary, one.Summary);
        }
    }

    [Fact]
    public void No_further_state_brings_back_a_drug_that_the_disease_is_refractory_to()
    {
        foreach (string[] refractory in Sets)
        {
            foreach (Option option in RelapseOf(refractory).SelectMany(list => list.Options).Where(option => !KeptThoughRefractory.Contains(option.Id)))
            {
                if (Shipped.Knowledge.Regimens.TryGetValue(option.Id, out var regimen))
                    Assert.DoesNotContain(regimen.Drugs, drug => refractory.Contains(drug.Drug) || (drug.Drug == "isatuximab" && refractory.Contains("daratumumab")));
            }
        }
    }

    [Fact]
    public void What_one_state_recommends_is_recommended_although_another_puts_it_behind()
    {
        Recommendation[] lists = RelapseOf("lenalidomide", "daratumumab");
        Assert.Equal(["relapse.anti-cd38-refractory", "relapse.lenalidomide-refractory"], lists.Select(list => list.Id));
        Assert.All(lists, list => Assert.Equal(Standing.Recommended, list.Options.Single(option => option.Id == "pd").Standing));
        Assert.Equal(Standing.Alternative, RelapseOf("lenalidomide").Single().Options.Single(option => option.Id == "pd").Standing);
        Assert.Equal("elo-pd", OneRanking.Of(lists).Single().Recommendation.Options[0].Id);
    }

    [Fact]
    public void A_regimen_without_a_citable_dose_is_listed_and_orders_nothing()
    {
        Option[] options = [.. RelapseOf("daratumumab").Single().Options];
        Assert.Empty(options.Single(option => option.Id == "cvad").Orders);
        Assert.NotEmpty(options.Single(option => option.Id == "elo-pd").Orders);
    }

    [Fact]
    public void A_reason_to_take_care_of_one_list_holds_in_the_other()
    {
        Recommendation[] lists = [.. SharedStandings.Agreed([Of("a", Standing.Recommended, "plain"), Of("b", Standing.Caution, "off-label")])];
        Assert.All(lists, list => Assert.Equal((Standing.Caution, "off-label"), (list.Options[0].Standing, list.Options[0].Reasons[0].Code)));
    }

    [Fact]
    public void What_is_to_be_avoided_in_one_list_is_ordered_from_none()
    {
        Recommendation[] lists = [.. SharedStandings.Agreed([Of("a", Standing.Recommended, "plain"), Of("b", Standing.Avoid, "allergy")])];
        Assert.All(lists, list => Assert.Empty(list.Options[0].Orders));
        Assert.NotEmpty(Of("a", Standing.Recommended, "plain").Options[0].Orders);
    }

    [Fact]
    public void A_list_that_is_open_does_not_change_one_that_holds()
    {
        Recommendation open = Of("b", Standing.Caution, "off-label") with { Status = RecommendationStatus.Indeterminate };
        Assert.Equal(Standing.Recommended, SharedStandings.Agreed([Of("a", Standing.Recommended, "plain"), open])[0].Options[0].Standing);
    }

    [Fact]
    public void A_recommendation_that_shares_no_question_stands_alone()
    {
        Recommendation[] alone = [.. Build.Assess(Build.Myeloma()).Recommendations.Where(r => r.Definition.Ranking is null)];
        Assert.NotEmpty(alone);
        Assert.Equal(alone, OneRanking.Of(alone).Select(ranking => ranking.Recommendation));
        Assert.All(OneRanking.Of(alone), ranking => Assert.Empty(ranking.Also));
    }

    /// <summary>The relapse lists that hold for a patient whose disease progressed on these drugs.</summary>
    private static Recommendation[] RelapseOf(params string[] refractory)
    {
        PatientFacts patient = Build.Myeloma(new ObservedFact("disease-status", new CodeValue("progression"), ClinicalDate.OnDay(Build.Day(15)), "Observation/worse")) with
        {
            DrugRecords = [.. refractory.Select(drug => new DrugRecord(drug, DrugRecordSource.Statement, DrugRecordStatus.Ended, $"MedicationStatement/{drug}")
            {
                Start = ClinicalDate.OnDay(Build.Day(400)),
                End = ClinicalDate.OnDay(Build.Day(15)),
            })],
        };
        return [.. Build.Assess(patient).Recommendations.Where(r => r.Definition.Ranking == "relapse" && r.Status == RecommendationStatus.Due)];
    }

    private static Recommendation Of(string id, Standing standing, string code)
    {
        Recommendation list = RelapseOf("lenalidomide").Single();
        Option option = list.Options.First(o => o.Orders.Count > 0);
        return list with
        {
            Definition = list.Definition with { Id = id },
            Options = [option with { Standing = standing, Reasons = [new OptionReason(code, new LocalizedText(code, code), [])] }],
        };
    }
}
