using Cds.CdsHooks.Data;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Tests.Cards;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Tests.Data;

public sealed class PatientDataTests
{
    [Theory]
    [InlineData("Condition", true)]
    [InlineData("Observation", false)]
    public void The_problem_list_is_open_only_while_conditions_are_not_complete(string resourceType, bool open) =>
        Assert.Equal(open, Of(CardBench.NotSent(resourceType)).IsProblemListOpen);

    [Fact]
    public void One_page_of_several_was_obtained_and_what_nobody_sent_was_not()
    {
        PrefetchValue page = CardBench.NotSent("Observation") with { State = PrefetchState.Read, Resource = default(System.Text.Json.JsonElement) };
        Assert.Equal(["key"], Of(page, CardBench.NotSent("Condition")).NotObtained);
    }

    private static PatientData Of(params PrefetchValue[] incomplete) =>
        new(new PatientFacts { Subject = "Patient/p1" }, CodeSystemsInUse.None) { Incomplete = incomplete };
}
