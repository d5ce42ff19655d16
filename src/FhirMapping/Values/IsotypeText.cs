using System.Text.RegularExpressions;
using Cds.FhirMapping.Terminology;

namespace Cds.FhirMapping.Values;

/// <summary>Reads the type of an M-protein from what laboratories write: <c>IgG-λ</c>, <c>IgA kappa</c>, <c>BJP-κ</c>.</summary>
internal static partial class IsotypeText
{
    /// <summary>The code of the fact <c>m-protein-isotype</c>; null when the text names none, or more than one.</summary>
    public static string? Read(string text)
    {
        string form = TextForm.Fold(text).ToLowerInvariant();
        string[] heavy = [.. HeavyChain().Matches(form).Select(m => m.Groups["class"].Value.ToUpperInvariant()).Distinct()];
        bool kappa = form.Contains('κ', StringComparison.Ordinal) || form.Contains("kappa", StringComparison.Ordinal) || form.Contains("カッパ", StringComparison.Ordinal);
        bool lambda = form.Contains('λ', StringComparison.Ordinal) || form.Contains("lambda", StringComparison.Ordinal) || form.Contains("ラムダ", StringComparison.Ordinal);
        if (heavy.Length > 1 || (kappa && lambda)) return null;
        string? light = kappa ? "kappa" : lambda ? "lambda" : null;
        if (heavy.Length == 1) return light is null ? "Ig" + heavy[0] : $"Ig{heavy[0]}-{light}";
        if (light is not null) return "light-chain-" + light;
        return form.Contains("non-secretory", StringComparison.Ordinal) || form.Contains("nonsecretory", StringComparison.Ordinal) || form.Contains("非分泌", StringComparison.Ordinal)
            ? "non-secretory"
            : null;
    }

    [GeneratedRegex("ig[- ]?(?<class>[gamde])(?=$|[^a-z]|kappa|lambda)", RegexOptions.CultureInvariant)]
    private static partial Regex HeavyChain();
}
