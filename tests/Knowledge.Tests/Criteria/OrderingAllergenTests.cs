using Cds.Knowledge.Criteria;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

public sealed class OrderingAllergenTests
{
    [Theory]
    [InlineData("bortezomib", Truth.True)]
    [InlineData("carfilzomib", Truth.False)]
    public void A_recorded_allergy_to_the_ordered_drug_counts(string allergy, Truth truth) => Assert.Equal(
        truth,
        new OrderingAllergen().Evaluate(Ordered.Patient(Ordered.Order("bortezomib")) with { Allergies = [new RecordedAllergy(allergy, null, "AllergyIntolerance/1")] }).Truth);

    [Fact]
    public void Allergies_that_were_not_read_leave_it_unknown() => Assert.Equal(
        Truth.Unknown,
        new OrderingAllergen().Evaluate(Ordered.Patient(Ordered.Order("bortezomib")) with { KnownHistory = RecordedHistory.Conditions }).Truth);
}
