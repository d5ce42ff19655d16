namespace Cds.FhirMapping.Ranges;

/// <summary>Chooses among the reference ranges of one result the one that is for the patient.</summary>
internal static class RangeChoice
{
    /// <summary>
    /// The range for the patient: one for the patient's own sex or age comes before one for everybody. Null when none is, or when several that differ are left: a guess
    /// would move the limit.
    /// </summary>
    /// <param name="offered">The ranges with their groups.</param>
    /// <param name="sex">The patient's sex.</param>
    /// <param name="ageYears">Age in years at the date of the result; null when it is not known.</param>
    public static T? Choose<T>(IReadOnlyList<(RangeGroup Group, T Range)> offered, Sex sex, decimal? ageYears)
        where T : class
    {
        (RangeGroup Group, T Range)[] fitting = [.. offered.Where(o => o.Group.Holds(sex, ageYears) == true)];
        (RangeGroup Group, T Range)[] particular = [.. fitting.Where(o => o.Group.IsParticular)];
        // Where a group cannot be told to be the patient's or not, a range for everybody is no longer one for the patient.
        if (particular.Length == 0 && offered.Any(o => o.Group.IsUnderstood && o.Group.Holds(sex, ageYears) is null)) return null;
        T[] left = [.. (particular.Length > 0 ? particular : fitting).Select(o => o.Range).Distinct()];
        return left.Length == 1 ? left[0] : null;
    }
}
