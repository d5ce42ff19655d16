using System.Collections.Frozen;

namespace Cds.Knowledge.Recommendations;

/// <summary>What a site cannot give: drugs and regimens that are no option there, with the reason.</summary>
/// <param name="ExcludedDrugs">Reason by drug id.</param>
/// <param name="ExcludedRegimens">Reason by regimen id.</param>
public sealed record Formulary(FrozenDictionary<string, LocalizedText> ExcludedDrugs, FrozenDictionary<string, LocalizedText> ExcludedRegimens)
{
    /// <summary>Nothing is excluded.</summary>
    public static Formulary Unrestricted { get; } = new(FrozenDictionary<string, LocalizedText>.Empty, FrozenDictionary<string, LocalizedText>.Empty);

    /// <summary>Why an option is not available: it is excluded itself or holds an excluded drug; null when it is.</summary>
    public LocalizedText? WhyExcluded(string optionId, IReadOnlyList<Drug> drugs)
    {
        if (ExcludedRegimens.TryGetValue(optionId, out LocalizedText? regimen)) return regimen;
        foreach (Drug drug in drugs)
        {
            if (ExcludedDrugs.TryGetValue(drug.Id, out LocalizedText? reason)) return new LocalizedText($"{drug.Title.En}: {reason.En}", $"{drug.Title.Ja}：{reason.Ja}");
        }

        return null;
    }
}
