using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Values;

public sealed class ReferenceRangeTests
{
    private static ReferenceLimits? Limits(string ranges) =>
        Reading.Facts(Fhir.Lab("14804-9", "230", "U/L", $",\"referenceRange\":[{ranges}]")).The("ldh").Limits;

    [Fact]
    public void Limits_come_with_the_result() =>
        Assert.Equal(new ReferenceLimits(120m, 245m), Limits("""{"low":{"value":120,"unit":"U/L"},"high":{"value":245,"unit":"U/L"}}"""));

    [Fact]
    public void A_limit_without_a_unit_has_the_unit_of_the_value() => Assert.Equal(245m, Limits("""{"high":{"value":245}}""")!.High);

    [Fact]
    public void Limits_are_converted_to_the_canonical_unit() => Assert.Equal(240m, Limits("""{"high":{"value":4,"unit":"ukat/L"}}""")!.High);

    [Fact]
    public void A_range_that_is_only_text_is_read() => Assert.Equal(new ReferenceLimits(124m, 222m), Limits("""{"text":"124～222"}"""));

    [Fact]
    public void A_limit_in_another_kind_of_unit_is_left_out_and_said_to_be_unreadable() =>
        Assert.Equal(new ReferenceLimits(null, null) { IsUnreadable = true }, Limits("""{"high":{"value":245,"unit":"mg/dL"}}"""));

    [Fact]
    public void A_limit_that_can_be_read_counts_beside_one_that_cannot() =>
        Assert.Equal(new ReferenceLimits(120m, null) { IsUnreadable = true }, Limits("""{"low":{"value":120,"unit":"U/L"},"high":{"value":245,"unit":"mg/dL"}}"""));

    [Fact]
    public void The_range_for_the_patients_sex_is_chosen() => Assert.Equal(
        23m,
        Limits("""
            {"high":{"value":42},"appliesTo":[{"coding":[{"system":"http://snomed.info/sct","code":"248153007"}]}]},
            {"high":{"value":23},"appliesTo":[{"coding":[{"system":"http://snomed.info/sct","code":"248152002"}]}]}
            """)!.High);

    [Fact]
    public void Ranges_that_are_not_of_the_normal_kind_do_not_count() => Assert.Equal(
        245m,
        Limits("""
            {"high":{"value":500},"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/referencerange-meaning","code":"treatment"}]}},
            {"high":{"value":245},"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/referencerange-meaning","code":"normal"}]}}
            """)!.High);

    [Fact]
    public void Several_ranges_that_nothing_tells_apart_leave_the_default_and_are_said_to_be_unreadable() =>
        Assert.Equal(new ReferenceLimits(null, null) { IsUnreadable = true }, Limits("""{"high":{"value":245}},{"high":{"value":222}}"""));
}
