using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Numbers;

/// <summary>What laboratories print around a result that is no part of it: a flag before the number or before its unit, the normal range in brackets at the end.</summary>
internal static partial class ResultRemarks
{
    /// <summary>The text, in the form of <see cref="NumberForm"/>, without them.</summary>
    public static string Without(string form) => FlagBeforeUnit().Replace(FlagBefore().Replace(RangeBehind().Replace(form, ""), ""), "${number} ");

    /// <summary><c>9.8 g/dL (13.7-16.8)</c>, <c>[ref: 13.7 - 16.8 g/dL]</c>.</summary>
    [GeneratedRegex(
        @"(?<=[0-9].*)(?:\s+|(?<=[A-Za-z%]))[(\[]\s*(?:(?:ref\.?|reference(?: range)?|ref\.? range|normal(?: range)?|norm|RR|NR|基準値|基準範囲|参考値|正常値)\s*:?\s*)?[0-9]+(?:[.,][0-9]+)?\s*[-~]\s*[0-9]+(?:[.,][0-9]+)?(?:\s*[A-Za-zμµ%][^()\[\]]{0,15})?\s*[)\]]$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RangeBehind();

    [GeneratedRegex(@"^(?:\(?(?:HH?|LL?)\)?|[↑↓▲▼])\s+(?=[<>≤≥]?\s*[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex FlagBefore();

    [GeneratedRegex(@"^(?<number>[<>≤≥]?\s*[0-9][0-9.,]*)(?:\s*\((?:HH?|LL?)\)|\s+(?:HH?|LL?)|\s*[↑↓▲▼])\s+(?=[A-Za-zμµ%/])", RegexOptions.CultureInvariant)]
    private static partial Regex FlagBeforeUnit();
}
