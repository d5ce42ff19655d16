namespace Cds.FhirMapping.Ranges;

/// <summary>Whom a reference range is for. A group that is not understood (<c>luteal phase</c>) may or may not be the patient's.</summary>
/// <param name="Sex">Sex that it is for; null for both.</param>
/// <param name="Age">Ages that it is for.</param>
/// <param name="IsUnderstood">Whether everything that was said about the group was understood.</param>
internal readonly record struct RangeGroup(Sex? Sex, AgeSpan Age, bool IsUnderstood = true)
{
    /// <summary>For everybody.</summary>
    public static RangeGroup Everybody { get; } = new(null, AgeSpan.Any);

    /// <summary>Whether the range is for a part of the patients only.</summary>
    public bool IsParticular => Sex is not null || Age != AgeSpan.Any || !IsUnderstood;

    /// <summary>Whether a patient belongs to the group; null when that cannot be said.</summary>
    public bool? Holds(Sex sex, decimal? ageYears)
    {
        bool? bySex = Sex is not { } wanted ? true : sex is Knowledge.Patients.Sex.Male or Knowledge.Patients.Sex.Female ? wanted == sex : null;
        bool? byAge = Age.Holds(ageYears);
        if (bySex == false || byAge == false) return false;
        return IsUnderstood && bySex == true && byAge == true ? true : null;
    }

    /// <summary>The patients who belong to both groups; two sexes at once are not understood.</summary>
    public RangeGroup And(RangeGroup other) =>
        new(Sex ?? other.Sex, Age.And(other.Age), IsUnderstood && other.IsUnderstood && (Sex is null || other.Sex is null || Sex == other.Sex));
}
