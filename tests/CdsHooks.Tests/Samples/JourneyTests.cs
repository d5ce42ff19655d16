using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>Patients followed over years: each visit of each story (samples/journeys/*.md) is assessed at its date.</summary>
public sealed class JourneyTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string, string, string> Visits() =>
        new(Journey.Names.SelectMany(name => Journey.Visits(name).Select(visit => (name, visit.Date, visit.Title))));

    [Theory]
    [MemberData(nameof(Visits))]
    public async Task Visit_goes_as_the_story_tells(string journey, string date, string title)
    {
        Answer answer = await _client.PostTextAsync("/assessments?asOf=" + Uri.EscapeDataString(date), Journey.Bundle(journey), "application/fhir+json");
        Assert.True(answer.Status == 200, answer.Body);
        var check = new VisitCheck(answer.Json);
        string[] lines = [.. Journey.Visits(journey).Single(visit => visit.Date == date).Lines];
        Assert.True(lines.Length > 0, $"{journey}, {title}: nothing is checked");
        string[] faults = [.. lines.Select(check.Fault).OfType<string>()];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }
}
