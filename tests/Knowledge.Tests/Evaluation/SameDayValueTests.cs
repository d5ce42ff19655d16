using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Evaluation;

/// <summary>Which of two values of one day counts, whatever order they came in.</summary>
public sealed class SameDayValueTests
{
    private static readonly DateTime Noon = Build.Day(3).ToDateTime(new TimeOnly(12, 0));

    private static ObservedFact Hemoglobin(decimal value, ClinicalDate date, string id) =>
        new("hemoglobin", new QuantityValue(ValueRange.Exactly(value)), date, $"Observation/{id}");

    private static void Counts(decimal expected, ObservedFact one, ObservedFact other)
    {
        foreach (ObservedFact[] order in new[] { new[] { one, other }, [other, one] })
            Assert.Equal(ValueRange.Exactly(expected), Build.Context(Build.Myeloma(order)).Read("hemoglobin", FactTime.Current).Range);
    }

    [Fact]
    public void A_value_with_a_time_wins_over_one_without() =>
        Counts(9.1m, Hemoglobin(9.1m, ClinicalDate.At(Noon), "a"), Hemoglobin(12.4m, ClinicalDate.OnDay(Build.Day(3)), "b"));

    [Fact]
    public void The_later_of_two_times_wins() =>
        Counts(9.1m, Hemoglobin(9.1m, ClinicalDate.At(Noon.AddHours(1)), "a"), Hemoglobin(12.4m, ClinicalDate.At(Noon), "b"));

    [Fact]
    public void A_later_day_without_a_time_wins_over_an_earlier_one_with_a_time() =>
        Counts(9.1m, Hemoglobin(9.1m, ClinicalDate.OnDay(Build.Day(2)), "a"), Hemoglobin(12.4m, ClinicalDate.At(Noon), "b"));
}
