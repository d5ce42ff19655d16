using System.Text;
using Cds.FhirMapping.Reading;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Resources;

/// <summary>From when on, and for how many days, a draft is given.</summary>
public sealed class OrderCourseTests
{
    private const string Daily = "\"frequency\":1,\"period\":1,\"periodUnit\":\"d\"";

    [Theory]
    [InlineData("", null, null)]
    [InlineData("\"boundsDuration\":{\"value\":4,\"unit\":\"d\"},", null, 4)]
    [InlineData("\"boundsDuration\":{\"value\":3,\"unit\":\"週\"},", null, 21)]
    [InlineData("\"boundsPeriod\":{\"start\":\"2026-11-20\",\"end\":\"2026-11-23\"},", "2026-11-20", 4)]
    [InlineData("\"boundsPeriod\":{\"start\":\"2026-11-20\"},", "2026-11-20", null)]
    [InlineData("\"count\":4,", null, 4)]
    public void The_timing_tells_first_day_and_length(string bounds, string? first, int? days)
    {
        DraftOrder order = Order($$""" "dosageInstruction":[{"timing":{"repeat":{ {{bounds}} {{Daily}} } } }] """);
        Assert.Equal((first, (decimal?)days), (order.FirstDay?.ToString("yyyy-MM-dd", null), order.CourseDays));
    }

    [Fact]
    public void Of_several_instructions_the_longest_counts_and_one_without_an_end_has_none()
    {
        const string Four = "{\"timing\":{\"repeat\":{\"boundsDuration\":{\"value\":4,\"unit\":\"d\"}," + Daily + "}}}";
        Assert.Equal(4m, Order($"\"dosageInstruction\":[{Four},{Four}]").CourseDays);
        Assert.Null(Order($$""" "dosageInstruction":[{{Four}},{"timing":{"repeat":{ {{Daily}} } } }] """).CourseDays);
    }

    [Fact]
    public void Without_a_length_in_the_timing_the_supply_tells_it() => Assert.Equal(
        14m, Order($$""" "dosageInstruction":[{"timing":{"repeat":{ {{Daily}} } } }],"dispenseRequest":{"expectedSupplyDuration":{"value":14,"unit":"日"} } """).CourseDays);

    [Fact]
    public void The_busiest_week_of_a_daily_dose_for_two_days_has_two() =>
        Assert.Equal(2m, Order($$""" "dosageInstruction":[{"timing":{"repeat":{"boundsDuration":{"value":2,"unit":"d"},{{Daily}} } } }] """).DosesPerWeek);

    private static DraftOrder Order(string members) => Assert.Single(Reading.Reader.ReadPrefetch("p1", [], new DraftOrderBundle(Encoding.UTF8.GetBytes(
        $$"""{"entry":[{"resource":{"resourceType":"MedicationRequest","id":"a","medicationCodeableConcept":{"text":"bortezomib"},{{members}} } }]}"""), null)).Facts!.DraftOrders);
}
