using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Batch.Register;

/// <summary>The day from which something held.</summary>
/// <param name="Day">The day.</param>
/// <param name="OrEarlier">It held already on the earliest day that was looked at.</param>
internal readonly record struct HeldSince(DateOnly Day, bool OrEarlier);

/// <summary>
/// Since when something that holds of a patient has held: the record as it stands today is asked about earlier days. It is looked at on a few days back to a
/// year, and to the day between the last on which it held and the first on which it did not; what held on both ends of a gap counts as having held in between.
/// </summary>
/// <param name="assessor">Assesses.</param>
/// <param name="statements">What holds of a patient, each by a name of its own.</param>
internal sealed class DueSince(Assessor assessor, Func<Assessment, IEnumerable<string>> statements)
{
    /// <summary>Days before the day asked about.</summary>
    private static readonly int[] Looks = [1, 7, 30, 90, 365];

    /// <summary>For each statement that holds now the day from which it has.</summary>
    public IReadOnlyDictionary<string, HeldSince> Of(PatientFacts patient, AsOf now, Assessment assessment)
    {
        var held = new Dictionary<int, HashSet<string>>();
        HashSet<string> Before(int days)
        {
            if (!held.TryGetValue(days, out HashSet<string>? then)) held.Add(days, then = [.. statements(assessor.Assess(patient, AsOf.EndOf(now.Day.PlusDays(-days))))]);
            return then;
        }

        return statements(assessment).Distinct().ToDictionary(statement => statement, statement => Since(now.Day, days => Before(days).Contains(statement)), StringComparer.Ordinal);
    }

    private static HeldSince Since(DateOnly today, Func<int, bool> heldBefore)
    {
        int held = Looks.TakeWhile(heldBefore).LastOrDefault();
        if (held == Looks[^1]) return new HeldSince(today.PlusDays(-held), true);
        int not = Looks.First(days => days > held);
        while (not - held > 1)
        {
            int middle = (held + not) / 2;
            if (heldBefore(middle)) held = middle;
            else not = middle;
        }

        return new HeldSince(today.PlusDays(-held), false);
    }
}
