using Cds.FhirMapping.Numbers;

namespace Cds.FhirMapping.Ranges;

/// <summary>Finds the words of reference ranges that <c>range-words.csv</c> lists: whom they are for, and names that say only that a range follows.</summary>
internal static class RangeWords
{
    /// <summary>The list.</summary>
    public static WordTable Table { get; } = WordTable.Embedded("ranges/range-words.csv");

    private static readonly (string Kind, RangeGroup Group)[] Groups =
    [
        ("label", RangeGroup.Everybody), ("both", RangeGroup.Everybody), ("age", RangeGroup.Everybody),
        ("male", new RangeGroup(Sex.Male, AgeSpan.Any)), ("female", new RangeGroup(Sex.Female, AgeSpan.Any)),
        ("adult", new RangeGroup(null, new AgeSpan(AgeText.FullAge, null))), ("child", new RangeGroup(null, new AgeSpan(null, AgeText.FullAge))),
    ];

    /// <summary>The group that the longest word at the beginning of a text names (everybody for mere labels); null when no such word stands there.</summary>
    public static (RangeGroup Group, int Length)? AtStart(string text)
    {
        (RangeGroup, int)? found = null;
        foreach ((string kind, RangeGroup group) in Groups)
        {
            if (Table.AtStart(kind, text) is not { } word || (found is { } other && word.Length <= other.Item2)) continue;
            // M/uL are millions, not men.
            if (word.Length == 1 && char.IsAsciiLetter(word[0]) && text.Length > 1 && text[1] is '/' or '.' or '-') continue;
            found = (group, word.Length);
        }

        return found;
    }
}
