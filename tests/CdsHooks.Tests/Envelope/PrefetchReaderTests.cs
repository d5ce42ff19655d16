using System.Text.Json;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Errors;

namespace Cds.CdsHooks.Tests.Envelope;

/// <summary>What the value under each prefetch key means.</summary>
public sealed class PrefetchReaderTests
{
    private static readonly PrefetchTemplate Patient = new("patient", "Patient", "Patient/{{context.patientId}}"), Labs = new("labs", "Observation", "Observation?patient={{context.patientId}}");

    [Theory]
    [InlineData("""{}""", "NotSent", "NotSent")]
    [InlineData("""{"patient":null,"labs":null}""", "KnownEmpty", "KnownEmpty")]
    [InlineData("""{"patient":{"resourceType":"Patient"},"labs":{"resourceType":"Bundle"}}""", "Read", "Read")]
    [InlineData("""{"patient":{"resourceType":"Bundle"},"labs":{"resourceType":"Observation"}}""", "Unusable", "Unusable")]
    [InlineData("""{"patient":{"resourceType":"OperationOutcome"},"labs":{"resourceType":"OperationOutcome"}}""", "Failed", "Failed")]
    public void Each_key_is_judged_on_its_own(string prefetch, string patient, string labs) =>
        Assert.Equal([patient, labs], Read(prefetch).Value.Values.Select(value => value.State.ToString()));

    [Fact]
    public void Only_what_was_looked_for_counts_as_obtained() => Assert.Equal(
        [PrefetchState.KnownEmpty, PrefetchState.Read],
        Enum.GetValues<PrefetchState>().Where(state => new PrefetchValue(Labs, state, null).IsObtained));

    [Fact]
    public void A_value_that_is_no_resource_is_a_problem_with_its_place() => Assert.Equal("$.prefetch.labs", Read("""{"labs":7}""").Problem?.Path);

    [Fact]
    public void Whoever_takes_the_value_of_a_problem_fails_at_once() => Assert.Throws<InvalidOperationException>(() => Read("""{"labs":7}""").Value);

    private static Outcome<SentPrefetch> Read(string prefetch) => PrefetchReader.Read(JsonDocument.Parse(prefetch).RootElement, [Patient, Labs]);
}
