using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Criteria about the orders being judged.</summary>
internal static class OrderCriteria
{
    public static Finding Of(Criterion criterion, PatientContext patient) => criterion switch
    {
        Ordering ordering => OrderEvidence.AnyOf(patient, patient.JudgedOrders.Where(o => ordering.Drugs.Contains(o.DrugId)), order => Finding.All([.. Tests(ordering, patient, order)])),
        OrderingClass ordering => OrderEvidence.AnyOf(patient, patient.JudgedOrders.Where(o => patient.Knowledge.Drugs[o.DrugId].Class == ordering.DrugClass), _ => Finding.Always),
        OrderingAllergen => OrderEvidence.AnyOf(patient, patient.JudgedOrders, order => new AllergyRecorded([order.DrugId]).Evaluate(patient)),
        OrderingUnsuitable unsuitable => OrderEvidence.AnyOf(
            patient, patient.JudgedOrders, order => Finding.Any([.. unsuitable.Rules(patient.Knowledge.Drugs[order.DrugId], [order]).Select(rule => rule.When.Evaluate(patient))])),
        OrderingRefractory refractory => OrderEvidence.AnyOf(patient, patient.JudgedOrders.Where(o => Counts(refractory, patient.Knowledge.Drugs[o.DrugId])), order => Of(refractory, patient, order)),
        OrderingDuplicate duplicate => OrderEvidence.AnyOf(patient, patient.JudgedOrders, order => Of(duplicate, patient, order)),
        DoseOutsideRegimen outside => OrderEvidence.AnyOf(patient, patient.JudgedOrders, order => Of(outside, patient, order)),
        DosedTooOften tooOften => OrderEvidence.AnyOf(patient, patient.JudgedOrders, order => Of(tooOften, patient, order)),
        Drafted drafted => Of(drafted, patient),
        _ => throw new InvalidOperationException($"Add {criterion.GetType().Name} to the reference."),
    };

    private static IEnumerable<Finding> Tests(Ordering ordering, PatientContext patient, DraftOrder order)
    {
        foreach (DoseTest test in ordering.Dose) yield return Of(test, patient, order);
        if (ordering.MoreThanDosesPer28Days is { } limit)
            yield return order.DosesPer28Days is { } doses ? Finding.Of((doses > limit).ToTruth(), [], []) : Finding.Lacking();
        if (ordering.Route is { } route)
            yield return order.Route is { } chosen ? Finding.Of((chosen == route).ToTruth(), [], []) : Finding.Lacking();
    }

    private static Finding Of(DoseTest test, PatientContext patient, DraftOrder order)
    {
        Finding Compare(decimal dose, decimal limit, IReadOnlyList<Basis> basis) => Finding.Of(test.Operator.Compare(ValueRange.Exactly(dose), limit), basis, []);
        if (order.DoseAmount is { } amount && order.DoseUnit == test.Unit) return Compare(amount, test.Amount, []);
        DoseSize ordered = DoseSize.Of(patient, order.DoseAmount, order.DoseUnit);
        DoseSize threshold = DoseSize.Of(patient, test.Amount, test.Unit);
        return ordered.Amount is { } dose && threshold.Amount is { } limit
            ? Compare(dose, limit, [.. ordered.Basis, .. threshold.Basis])
            : Finding.Lacking([.. order.DoseAmount is null ? [] : ordered.Missing.Concat(threshold.Missing).Distinct()]);
    }

    private static bool Counts(OrderingRefractory criterion, Drug drug) =>
        drug.IsTreatment && (criterion.Classes is null || (drug.Class is { } own && criterion.Classes.Contains(own)));

    private static Finding Of(OrderingRefractory criterion, PatientContext patient, DraftOrder order)
    {
        string id = criterion.Classes is null ? order.DrugId : patient.Knowledge.Drugs[order.DrugId].Class!;
        Finding refractory = patient.Therapy.Refractory(id);
        return refractory.Truth == Truth.Unknown && patient.Therapy.Exposed(id).Truth == Truth.False ? Finding.Never : refractory;
    }

    private static Finding Of(OrderingDuplicate criterion, PatientContext patient, DraftOrder order)
    {
        string? drugClass = patient.Knowledge.Drugs[order.DrugId].Class;
        if (criterion.Classes is not null && (drugClass is null || !criterion.Classes.Contains(drugClass))) return Finding.Never;
        var basis = new List<Basis>();
        var open = new List<string>();
        IReadOnlyList<string> gaps = patient.Gaps.Now(RecordedHistory.Medications, [.. patient.Knowledge.Drugs.Keys.Where(IsTwin)]);
        Truth truth = gaps.Count == 0 ? Truth.False : Truth.Unknown;
        foreach ((DrugRecord record, DosingPeriod period) in patient.Therapy.Ongoing.Where(o => IsOther(patient, o.Record, order) && IsTwin(o.Record.DrugId)))
        {
            basis.AddNew(period.Basis);
            if (period.Running == Truth.Unknown) open.Add(record.DrugId);
            truth = truth.Or(period.Running);
        }

        if (criterion.Classes is not null)
        {
            DraftOrder[] twins = [.. patient.Record.DraftOrders.Where(o => IsTwin(o.DrugId) && o.Resource != order.Resource)];
            basis.AddNew(twins.Select(o => OrderEvidence.BasisOf(patient, o)));
            if (twins.Length > 0) truth = Truth.True;
        }

        return Finding.Of(truth, basis, open.Count > 0 ? open : gaps);

        bool IsTwin(string drugId) => criterion.Classes is null
            ? drugId == order.DrugId
            : drugId != order.DrugId && patient.Knowledge.Drugs[drugId].Class == drugClass;
    }

    private static bool IsOther(PatientContext patient, DrugRecord record, DraftOrder order) =>
        record.Resource != order.Resource
        && !order.Replaces.Contains(record.Resource)
        && !patient.Record.DraftOrders.Any(o => o.Resource == record.Resource || o.Replaces.Contains(record.Resource));

    private static Finding Of(DoseOutsideRegimen criterion, PatientContext patient, DraftOrder order)
    {
        PlannedDoses planned = PlannedDoses.For(patient, order);
        if (planned.IsEmpty || planned.Contains(order)) return Finding.Never;
        DoseSize ordered = planned.SizeOf(patient, order);
        if (ordered.Amount is not { } dose) return Finding.Lacking(ordered.Missing);
        if (planned.Missing.Count > 0) return Finding.Lacking(planned.Missing);
        bool outside = criterion.Above ? dose > planned.HighestFitting(criterion.Rounding) : dose < planned.LowestFitting(criterion.Rounding);
        return Finding.Of(outside.ToTruth(), [.. ordered.Basis, .. planned.Basis], []);
    }

    private static Finding Of(DosedTooOften criterion, PatientContext patient, DraftOrder order)
    {
        PlannedDoses planned = PlannedDoses.For(patient, order);
        if (planned.IsEmpty) return Finding.Never;
        if (order.DosesPerWeek is not { } often || planned.MostPerWeek(null, criterion.Rounding) is not { } most) return Finding.Lacking();
        if (order.DoseAmount is null) return patient.Knowledge.Drugs[order.DrugId].IsTreatment ? Finding.Of((often > most).ToTruth(), [], []) : Finding.Lacking();
        if (often <= planned.FewestPerWeek) return Finding.Never;
        DoseSize ordered = planned.SizeOf(patient, order);
        if (ordered.Amount is not { } dose) return Finding.Lacking(ordered.Missing);
        if (planned.Missing.Count > 0) return Finding.Lacking(planned.Missing);
        bool tooOften = often > planned.MostPerWeek(dose, criterion.Rounding) && often * dose > planned.HighestInWeek(criterion.Rounding);
        return Finding.Of(tooOften.ToTruth(), [.. ordered.Basis, .. planned.Basis], []);
    }

    private static Finding Of(Drafted criterion, PatientContext patient)
    {
        Finding drugs = OrderEvidence.AnyOf(patient, patient.Record.DraftOrders.Where(o => criterion.Ids.Contains(o.DrugId)), _ => Finding.Always);
        Basis[] services =
        [
            .. patient.Record.DraftServices.Where(s => criterion.Ids.Contains(s.Id)).Select(s => BasisOf(patient, s.Id, s.Resource, EvaluationTexts.BeingOrdered)),
            .. patient.Record.OrderedServices.Where(s => criterion.Ids.Contains(s.Id) && patient.IsAwaited(s)).Select(s => BasisOf(patient, s.Id, s.Resource, EvaluationTexts.OrderIsActive)),
        ];
        return services.Length == 0 ? drugs : Finding.Any([drugs, Finding.Always with { Basis = services }]);
    }

    private static Basis BasisOf(PatientContext patient, string id, string resource, LocalizedText comment) => new()
    {
        Fact = id,
        Title = patient.Knowledge.TitleOf(id)!,
        Resource = resource,
        Comment = comment,
    };
}
