using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Reading;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Tests.DataTypes;

public sealed class TimingReaderTests
{
    [Theory]
    [InlineData("""{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}}""", 28)]
    [InlineData("""{"repeat":{"frequency":2,"period":1,"periodUnit":"d"}}""", 56)]
    [InlineData("""{"repeat":{"frequency":1,"period":1,"periodUnit":"wk"}}""", 4)]
    [InlineData("""{"repeat":{"frequency":4,"period":28,"periodUnit":"d"}}""", 4)]
    [InlineData("""{"repeat":{"frequency":1,"period":12,"periodUnit":"h"}}""", 56)]
    [InlineData("""{"repeat":{"dayOfWeek":["mon","thu"]}}""", 8)]
    [InlineData("""{"repeat":{"period":1,"periodUnit":"wk","dayOfWeek":["mon"]}}""", 4)]
    [InlineData("""{"repeat":{"timeOfDay":["08:00:00","20:00:00"]}}""", 56)]
    [InlineData("""{"code":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation","code":"BID"}]}}""", 56)]
    public void Doses_in_28_days_follow_from_the_timing(string timing, int doses) =>
        Assert.Equal(doses, TimingReader.DosesPer28Days(Reading.Value<Timing>(timing)));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"repeat":{"frequency":1}}""")]
    [InlineData("""{"repeat":{"frequency":1,"period":0,"periodUnit":"d"}}""")]
    [InlineData("""{"repeat":{"frequency":1,"period":1,"periodUnit":"fortnight"}}""")]
    public void A_timing_that_does_not_say_gives_no_number(string timing) => Assert.Null(TimingReader.DosesPer28Days(Reading.Value<Timing>(timing)));

    [Fact]
    public void Events_bound_from_the_first_to_the_last()
    {
        (var start, var end, _) = TimingReader.Bounds(Reading.Value<Timing>("""{"event":["2026-11-08","2026-11-01","2026-11-15"]}"""), new ResourceDates(Reading.Dates, new ReadingNotes()));
        Assert.Equal(("2026-11-01", "2026-11-15"), (start!.Value.Text, end!.Value.Text));
    }
}
