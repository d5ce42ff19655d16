namespace Cds.Knowledge.Recommendations;

/// <summary>
/// Judges a draft order of which a part could not be read: a finding counts only where it holds whatever that part may say. One that depends on it is
/// neither found nor denied.
/// </summary>
internal static class UnreadOrder
{
    /// <summary>Doses that lie below and above every rule.</summary>
    private static readonly decimal[] Doses = [0.0001m, 1_000_000m];

    /// <summary>Numbers of doses in 28 days: once, weekly, every other day, daily, and more often than any rule plans.</summary>
    private static readonly decimal[] Counts = [1m, 4m, 14m, 28m, 280m];

    /// <summary>The answer for an order: as it stands where everything was read, else only what holds in any case.</summary>
    public static Finding Judge(PatientContext patient, OrderCase orderCase, DraftOrder order)
    {
        Finding asItStands = orderCase.When.Evaluate(patient.Judging([order]));
        if (order.Unread.Count == 0) return asItStands;
        Finding[] answers = [.. Answers(patient, orderCase, order)];
        if (answers.All(answer => answer.Truth == Truth.True)) return asItStands with { Truth = Truth.True, Missing = [] };
        // Facts that lack are worth having all the same (the height, once the strength is known).
        IReadOnlyList<string> missing = Finding.MissingOf(answers);
        return missing.Count > 0 ? Finding.Lacking(missing) : Finding.Never;
    }

    /// <summary>Whether what could not be read decides a case.</summary>
    public static bool Decides(PatientContext patient, OrderCase orderCase, DraftOrder order) =>
        Answers(patient, orderCase, order).Select(answer => answer.Truth).Distinct().Skip(1).Any();

    private static IEnumerable<Finding> Answers(PatientContext patient, OrderCase orderCase, DraftOrder order) =>
        Readings(order).Select(reading => orderCase.When.Evaluate(patient.Judging([reading])));

    private static IEnumerable<DraftOrder> Readings(DraftOrder order)
    {
        DraftOrder[] dosed = order.HasUnreadDose ? [.. Doses.Select(dose => order with { DoseAmount = dose, DoseUnit = "mg", Unread = [] })] : [order with { Unread = [] }];
        return order.Unread.Contains(UnreadPart.Timing) ? dosed.SelectMany(o => Counts.Select(count => o with { DosesPer28Days = count })) : dosed;
    }
}
