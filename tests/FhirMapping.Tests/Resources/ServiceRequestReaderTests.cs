using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Resources;

/// <summary>Orders of examinations that are active need not be asked for again.</summary>
public sealed class ServiceRequestReaderTests
{
    private static string Order(string code, string status = "active", string intent = "order", string more = "") =>
        $$"""{"resourceType":"ServiceRequest","id":"s1","status":"{{status}}","intent":"{{intent}}","subject":{"reference":"Patient/p1"},"authoredOn":"2026-11-01","code":{{code}}{{more}}}""";

    private static readonly string BloodGroup = Fhir.Concept("http://loinc.org", "883-9");

    [Fact]
    public void An_active_order_is_read_with_its_date()
    {
        OrderedService ordered = Assert.Single(Reading.Facts(Order(Fhir.Concept("http://loinc.org", "2160-0"))).OrderedServices);
        Assert.Equal(("creatinine", "2026-11-01", "ServiceRequest/s1"), (ordered.Id, ordered.Ordered!.Value.Text, ordered.Resource));
    }

    [Fact]
    public void Actions_are_read_by_the_projects_own_codes() =>
        Assert.Equal("dental-referral", Assert.Single(Reading.Facts(Order(Fhir.Concept("https://myeloma-cds.example.org/fhir/CodeSystem/action", "dental-referral"))).OrderedServices).Id);

    [Theory]
    [InlineData("draft", "order", "")]
    [InlineData("completed", "order", "")]
    [InlineData("revoked", "order", "")]
    [InlineData("active", "proposal", "")]
    [InlineData("active", "plan", "")]
    [InlineData("active", "order", ",\"doNotPerform\":true")]
    public void Plans_and_orders_that_are_over_are_none(string status, string intent, string more) =>
        Assert.Empty(Reading.Facts(Order(BloodGroup, status, intent, more)).OrderedServices);

    [Theory]
    [InlineData("2026-11-20", true)]
    [InlineData("2027-04-30", true)]
    [InlineData("2027-05-01", false)]
    [InlineData("2026-10-31", false)]
    public void An_order_is_awaited_from_its_day_for_180_days(string day, bool awaited)
    {
        OrderedService ordered = Assert.Single(Reading.Facts(Order(Fhir.Concept("http://loinc.org", "2160-0"))).OrderedServices);
        Assert.Equal(awaited, ordered.IsAwaitedOn(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), 180));
    }
}
