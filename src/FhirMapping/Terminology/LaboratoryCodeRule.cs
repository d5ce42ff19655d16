namespace Cds.FhirMapping.Terminology;

/// <summary>
/// How Japanese laboratory codes (JLAC10: analyte 5, identification 4, material 3, method 3, result 2 digits) are matched without shipping
/// the national table. Blood and urine share analytes, so the material decides; the method only counts where a rule names it.
/// </summary>
internal sealed record LaboratoryCodeRule(CodeTarget Target, IReadOnlyList<LaboratoryCodeFilter> Filters)
{
    public bool Holds(string code)
    {
        foreach (LaboratoryCodeFilter filter in Filters)
        {
            if (!filter.Holds(code)) return false;
        }

        return true;
    }
}

/// <summary>One condition on a part of the code.</summary>
/// <param name="Start">First digit of the part.</param>
/// <param name="Length">Its length.</param>
/// <param name="Values">The values that the part may have, or must not have.</param>
/// <param name="Excluded">Whether the values are the excluded ones.</param>
internal sealed record LaboratoryCodeFilter(int Start, int Length, IReadOnlyList<string> Values, bool Excluded)
{
    private const int ResultStart = 15;

    public bool Holds(string code)
    {
        string? part = code.Length >= Start + Length ? code.Substring(Start, Length) : null;
        // A code without result digits stands for the quantity itself.
        if (part is null && Start == ResultStart && code.Length == ResultStart) part = "01";
        return part is not null && Values.Contains(part) != Excluded;
    }
}
