using Cds.FhirMapping.Numbers;
using Cds.FhirMapping.Ranges;
using Hl7.Fhir.Model;
using Sex = Cds.Knowledge.Patients.Sex;

namespace Cds.FhirMapping.Values;

/// <summary>Reads whom a reference range is for: <c>type</c>, <c>appliesTo</c> and <c>age</c> of <c>Observation.referenceRange</c>.</summary>
internal static class RangeGroupReader
{
    /// <summary>Codes of the HL7 code system referencerange-meaning for ranges that are limits of normal.</summary>
    private static readonly string[] Normal = ["normal", "recommended", "type"];

    /// <summary>Codes of the same system for ranges that are none: what a treatment aims at.</summary>
    private static readonly string[] Other = ["treatment", "therapeutic", "pre", "post"];

    private static readonly string[] NormalWords = ["normal", "normal range", "reference range", "正常", "正常範囲", "基準範囲", "基準値"];

    /// <summary>The group; null when the range is no limit of normal.</summary>
    public static RangeGroup? Read(Observation.ReferenceRangeComponent range)
    {
        RangeGroup group = RangeGroup.Everybody;
        if (!range.Type.IsEmpty())
        {
            string[] codes = [.. range.Type.Codes().Select(c => c.Code)];
            if (codes.Any(Other.Contains)) return null;
            bool isNormal = codes.Any(Normal.Contains) || (codes.Length == 0 && range.Type.Texts().Any(t => NormalWords.Contains(TextForm.Fold(t).Trim().ToLowerInvariant())));
            if (!isNormal) group = group with { IsUnderstood = false };
        }

        return group.And(OfPeople(range.ListOf<CodeableConcept>("appliesTo"))).And(OfAges(range.Age));
    }

    /// <summary>Two sexes side by side are everybody.</summary>
    private static RangeGroup OfPeople(IReadOnlyList<CodeableConcept> people)
    {
        RangeGroup group = RangeGroup.Everybody;
        Sex? sex = null;
        bool both = false;
        foreach (CodeableConcept concept in people)
        {
            RangeGroup one = Of(concept);
            both |= sex is not null && one.Sex is not null && sex != one.Sex;
            sex ??= one.Sex;
            group = group.And(one with { Sex = null });
        }

        return group with { Sex = both ? null : sex };
    }

    private static RangeGroup Of(CodeableConcept concept)
    {
        RangeGroup? group = null;
        foreach (RangeGroup said in concept.Codes().Select(OfCode).Concat(concept.Texts().Select(OfText)).OfType<RangeGroup>()) group = group?.And(said) ?? said;
        return group ?? RangeGroup.Everybody with { IsUnderstood = false };
    }

    private static RangeGroup? OfCode(CodeInSystem coding) => coding.Code switch
    {
        // SNOMED CT 248152002 and 248153007 are the sexes of the FHIR R4 value set referencerange-appliesto.
        "248152002" or "female" or "F" => new RangeGroup(Sex.Female, AgeSpan.Any),
        "248153007" or "male" or "M" => new RangeGroup(Sex.Male, AgeSpan.Any),
        _ => null,
    };

    private static RangeGroup? OfText(string text) => ReferenceText.GroupOf(text);

    private static RangeGroup OfAges(Hl7.Fhir.Model.Range? age)
    {
        if (age is null) return RangeGroup.Everybody;
        (decimal? Years, bool IsRead) from = Years(age.Low, completed: false);
        (decimal? Years, bool IsRead) below = Years(age.High, completed: true);
        return new RangeGroup(null, new AgeSpan(from.Years, below.Years), from.IsRead && below.IsRead && (from.Years ?? below.Years) is not null);
    }

    /// <summary>An upper age is a completed one: up to 17 years ends before the 18th birthday.</summary>
    private static (decimal? Years, bool IsRead) Years(Quantity? age, bool completed)
    {
        if (age is null) return (null, true);
        if (Measurement.ReadQuantity(age) is not { Range.Exact: { } number } measurement) return (null, false);
        foreach (string unit in measurement.Units)
        {
            if (AgeSpan.InYears(completed ? number + 1m : number, AgeText.UcumOf(NumberForm.Of(unit)) ?? unit) is { } years) return (years, true);
        }

        return (null, false);
    }
}
