using Cds.Knowledge.Criteria;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

public sealed class OrderingDuplicateTests
{
    private static readonly OrderingDuplicate SameDrug = new(Classes: null);
    private static readonly OrderingDuplicate SameClass = new(["immunomodulator"]);

    [Fact]
    public void An_active_order_of_the_same_drug_is_one() => Assert.Equal(Truth.True, TruthBeside(SameDrug, "lenalidomide", Ordered.Active("lenalidomide")));

    [Fact]
    public void By_class_only_another_drug_is_one()
    {
        Assert.Equal(Truth.True, TruthBeside(SameClass, "pomalidomide", Ordered.Active("lenalidomide")));
        Assert.Equal(Truth.False, TruthBeside(SameClass, "lenalidomide", Ordered.Active("lenalidomide")));
        Assert.Equal(Truth.False, TruthBeside(SameClass, "carfilzomib", Ordered.Active("bortezomib")));
    }

    [Fact]
    public void A_record_that_has_ended_is_none() =>
        Assert.Equal(Truth.False, TruthBeside(SameDrug, "lenalidomide", Ordered.Active("lenalidomide") with { Status = DrugRecordStatus.Ended }));

    [Fact]
    public void The_order_itself_and_the_one_it_continues_are_none()
    {
        DraftOrder order = Ordered.Order("lenalidomide");
        Assert.Equal(Truth.False, Truths(SameDrug, order with { Resource = "MedicationRequest/active" }, Ordered.Active("lenalidomide")));
        Assert.Equal(Truth.False, Truths(SameDrug, order with { Replaces = ["MedicationRequest/active"] }, Ordered.Active("lenalidomide")));
    }

    [Fact]
    public void Two_drafts_are_one_by_class_and_none_by_drug()
    {
        Assert.Equal(Truth.True, SameClass.TruthFor(Ordered.Order("lenalidomide"), Ordered.Order("thalidomide") with { IsSelected = false }));
        Assert.Equal(Truth.False, SameDrug.TruthFor(Ordered.Order("lenalidomide"), Ordered.Order("lenalidomide") with { Resource = "MedicationRequest/second" }));
    }

    [Fact]
    public void Without_the_medication_history_it_is_unknown() => Assert.Equal(
        Truth.Unknown,
        SameDrug.Evaluate(Ordered.Patient(Ordered.Order("lenalidomide")) with { KnownHistory = RecordedHistory.Conditions }).Truth);

    private static Truth TruthBeside(OrderingDuplicate criterion, string drug, DrugRecord record) => Truths(criterion, Ordered.Order(drug), record);

    private static Truth Truths(OrderingDuplicate criterion, DraftOrder order, DrugRecord record) =>
        criterion.Evaluate(Ordered.Patient(order) with { DrugRecords = [record] }).Truth;
}
