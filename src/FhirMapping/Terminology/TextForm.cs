using System.Text;
using Cds.Knowledge.Units;

namespace Cds.FhirMapping.Terminology;

/// <summary>One form for texts that mean the same: compatibility forms folded (NFKC), lower case, one kind of hyphen, no white space.</summary>
internal static class TextForm
{
    public static string Normalise(string text)
    {
        string folded = Fold(text);
        var result = new StringBuilder(folded.Length);
        foreach (char c in folded)
        {
            if (char.IsWhiteSpace(c)) continue;
            result.Append(c switch
            {
                '−' or '‐' or '‑' or '–' or '—' => '-',
                _ => char.ToLower(c, CultureInfo.InvariantCulture),
            });
        }

        return result.ToString();
    }

    /// <summary>Compatibility forms folded, remnants of markup taken out, white space kept. Text that is no valid Unicode stays as it is.</summary>
    public static string Fold(string text)
    {
        try
        {
            return MarkupText.Plain(text).Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
