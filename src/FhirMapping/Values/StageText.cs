using System.Text.RegularExpressions;
using Cds.FhirMapping.Terminology;

namespace Cds.FhirMapping.Values;

/// <summary>Reads a stage I, II or III from text: <c>Stage II</c>, <c>2</c>, <c>Ⅲ期</c>.</summary>
internal static partial class StageText
{
    /// <summary>The stage; null when the text names none.</summary>
    public static string? Read(string text)
    {
        Match match = Stage().Match(TextForm.Fold(text).ToUpperInvariant());
        if (!match.Success) return null;
        return match.Groups["stage"].Value switch
        {
            "1" or "I" => "I",
            "2" or "II" => "II",
            _ => "III",
        };
    }

    [GeneratedRegex(@"(?<![A-Z0-9])(?<stage>III|II|I|1|2|3)(?![A-Z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Stage();
}
