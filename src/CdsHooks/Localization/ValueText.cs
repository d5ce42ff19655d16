using System.Globalization;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Localization;

/// <summary>Values as readers see them.</summary>
internal static class ValueText
{
    /// <summary>The value of a datum with its unit; a record that only has to exist is "recorded".</summary>
    public static string Of(Basis basis, Language language) => basis.Value switch
    {
        null => CardPhrases.Recorded.In(language),
        QuantityValue quantity => basis.Unit is { } unit ? $"{quantity.Range} {unit}" : quantity.Range.ToString(),
        PresenceValue { Present: true } => CardPhrases.Present.In(language),
        PresenceValue => CardPhrases.Absent.In(language),
        CodeValue code => code.Code,
        _ => throw new InvalidOperationException("Add the new kind of fact value to ValueText."),
    };

    /// <summary>A value of a conclusion.</summary>
    public static string Of(Answer answer) => answer switch
    {
        CodeAnswer code => code.Code,
        NumberAnswer number => number.Number.ToString(CultureInfo.InvariantCulture),
        ListAnswer list => string.Join(", ", list.Members),
        _ => throw new InvalidOperationException("Add the new kind of answer to ValueText."),
    };
}
