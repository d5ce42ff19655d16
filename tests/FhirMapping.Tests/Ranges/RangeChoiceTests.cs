using Cds.FhirMapping.Ranges;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Ranges;

/// <summary>Of several reference ranges the one for the patient counts; a guess would move the limit.</summary>
public sealed class RangeChoiceTests
{
    private static readonly (RangeGroup, string) Men = (new RangeGroup(Sex.Male, AgeSpan.Any), "men");
    private static readonly (RangeGroup, string) Women = (new RangeGroup(Sex.Female, AgeSpan.Any), "women");
    private static readonly (RangeGroup, string) Everybody = (RangeGroup.Everybody, "everybody");
    private static readonly (RangeGroup, string) Adults = (new RangeGroup(null, AgeSpan.Completed(18m, null, "a")!.Value), "adults");
    private static readonly (RangeGroup, string) Children = (new RangeGroup(null, AgeSpan.Completed(null, 17m, "a")!.Value), "children");
    private static readonly (RangeGroup, string) Pregnant = (RangeGroup.Everybody with { IsUnderstood = false }, "pregnant");

    [Fact]
    public void The_range_of_the_patients_sex_is_chosen()
    {
        Assert.Equal("men", RangeChoice.Choose([Men, Women], Sex.Male, 56m));
        Assert.Equal("women", RangeChoice.Choose([Men, Women], Sex.Female, 56m));
    }

    [Fact]
    public void Without_a_known_sex_no_range_by_sex_is_chosen()
    {
        Assert.Null(RangeChoice.Choose([Men, Women], Sex.Unknown, 56m));
        Assert.Null(RangeChoice.Choose([Men, Everybody], Sex.Unknown, 56m));
    }

    [Theory]
    [InlineData(56, "adults")]
    [InlineData(18, "adults")]
    [InlineData(17, "children")]
    public void The_range_of_the_patients_age_is_chosen_as_in_shared_case_ranges_s13(int age, string expected) =>
        Assert.Equal(expected, RangeChoice.Choose([Adults, Children], Sex.Male, age));

    [Fact]
    public void A_child_of_17_years_and_11_months_is_still_17() => Assert.Equal("children", RangeChoice.Choose([Adults, Children], Sex.Male, 17.9m));

    [Fact]
    public void Without_a_known_age_no_range_by_age_is_chosen() => Assert.Null(RangeChoice.Choose([Adults, Children], Sex.Male, null));

    [Fact]
    public void The_range_of_the_patients_group_comes_before_that_for_everybody()
    {
        Assert.Equal("men", RangeChoice.Choose([Everybody, Men], Sex.Male, 56m));
        Assert.Equal("everybody", RangeChoice.Choose([Everybody, Women], Sex.Male, 56m));
    }

    [Fact]
    public void A_range_for_another_group_only_is_none_for_the_patient()
    {
        Assert.Null(RangeChoice.Choose([Women], Sex.Male, 56m));
        Assert.Null(RangeChoice.Choose([Children], Sex.Male, 56m));
    }

    [Fact]
    public void A_group_that_is_not_understood_is_not_chosen_and_leaves_the_range_for_everybody()
    {
        Assert.Null(RangeChoice.Choose([Pregnant], Sex.Female, 40m));
        Assert.Equal("everybody", RangeChoice.Choose([Everybody, Pregnant], Sex.Female, 40m));
    }

    [Fact]
    public void Ranges_that_differ_and_fit_equally_leave_none() => Assert.Null(RangeChoice.Choose([Everybody, (RangeGroup.Everybody, "other")], Sex.Male, 56m));

    [Fact]
    public void The_same_range_twice_is_one() => Assert.Equal("everybody", RangeChoice.Choose([Everybody, Everybody], Sex.Male, 56m));

    [Theory]
    [InlineData(18, "a", 18)]
    [InlineData(216, "mo", 18)]
    [InlineData(6574.5, "d", 18)]
    public void Ages_may_be_in_years_months_or_days(decimal age, string unit, decimal years) => Assert.Equal(years, decimal.Round(AgeSpan.InYears(age, unit)!.Value, 6));

    [Fact]
    public void An_age_in_another_unit_is_none() => Assert.Null(AgeSpan.Completed(18m, null, "kg"));
}
