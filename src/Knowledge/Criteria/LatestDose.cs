namespace Cds.Knowledge.Criteria;

/// <summary>Finds the latest dose among records of drugs.</summary>
internal static class LatestDose
{
    /// <summary>
    /// The records that may be of the latest dose: administrations where there are any (an order or a dispense is no dose yet), all that the days they carry allow. All records
    /// when the latest is not asked for.
    /// </summary>
    public static IEnumerable<(DrugRecord Record, ClinicalDate First, ClinicalDate Last, Basis Basis)> Among(
        IEnumerable<(DrugRecord Record, ClinicalDate First, ClinicalDate Last, Basis Basis)> doses, bool isAskedFor)
    {
        if (!isAskedFor) return doses;
        (DrugRecord Record, ClinicalDate First, ClinicalDate Last, Basis Basis)[] all = [.. doses];
        if (all.Any(d => d.Record.Source == DrugRecordSource.Administration)) all = [.. all.Where(d => d.Record.Source == DrugRecordSource.Administration)];
        return all.Length == 0 ? all : all.Where(d => d.Last.Latest >= all.Max(other => other.Last.Earliest));
    }
}
