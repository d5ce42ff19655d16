using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Evaluation;

/// <summary>The values of a fact over time, and the parts that entries play.</summary>
public sealed class SeriesTests
{
    [Fact]
    public void Values_stand_oldest_first_and_are_sorted_once_for_a_patient()
    {
        PatientContext patient = Build.Context(Build.Myeloma(Build.Quantity("albumin", 3m, 5), Build.Quantity("albumin", 4m, 50), Build.Quantity("albumin", 2m, 20)));
        IReadOnlyList<ObservedFact> series = patient.Series("albumin");
        Assert.Equal([50, 20, 5], series.Select(o => Build.Today.Day.DayNumber - o.Date.LatestDay.DayNumber));
        Assert.Same(series, patient.Series("albumin"));
        Assert.Same(series, patient.Judging([]).Series("albumin"));
    }

    [Theory]
    [InlineData(true, "lenalidomide")]
    [InlineData(true, "daratumumab")]
    [InlineData(true, "daratumumab", "lenalidomide")]
    [InlineData(true, "lenalidomide", "daratumumab")]
    [InlineData(false, "carfilzomib")]
    [InlineData(false, "bortezomib", "lenalidomide")]
    [InlineData(false, "daratumumab", "lenalidomide", "bortezomib")]
    [InlineData(false)]
    public void Maintenance_is_one_drug_that_is_so_alone_or_a_pair(bool maintenance, params string[] drugs) => Assert.Equal(maintenance, Shipped.Knowledge.Roles.IsMaintenance(drugs));

    [Fact]
    public void A_copy_of_the_knowledge_finds_its_own_parts()
    {
        KnowledgeBase copy = Shipped.Knowledge with { Conclusions = [] };
        Assert.Equal("diagnosis", Shipped.Knowledge.Roles.Diagnosis);
        Assert.Null(copy.Roles.Diagnosis);
    }
}
