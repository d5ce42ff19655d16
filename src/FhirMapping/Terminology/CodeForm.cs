using System.Text;

namespace Cds.FhirMapping.Terminology;

/// <summary>
/// One form for the spellings of a code: ICD-10 with and without dot, ATC in small letters, drug packages with hyphens. What is not a spelling
/// of the code system is left as it came and is then found nowhere.
/// </summary>
internal static class CodeForm
{
    private const int HotDrugDigits = 7;
    private const int NdcDigits = 11;

    public static string Of(CodeSystemId system, string code) => system switch
    {
        CodeSystemId.Icd10 => code.Trim().Replace(".", "", StringComparison.Ordinal).ToUpperInvariant(),
        CodeSystemId.IcdO3 => Morphology(code.Trim().ToUpperInvariant()),
        CodeSystemId.Atc or CodeSystemId.Yj or CodeSystemId.GeneralNameOrder or CodeSystemId.Icd10Pcs or CodeSystemId.Cpt or CodeSystemId.Hcpcs or CodeSystemId.Ncit
            => code.Trim().ToUpperInvariant(),
        // The first seven digits name the prescribed product; the rest is its maker (9) and its pack (13).
        CodeSystemId.Hot => code.Trim() is { Length: > HotDrugDigits } hot ? hot[..HotDrugDigits] : code.Trim(),
        CodeSystemId.Ndc => Ndc(code.Trim()),
        CodeSystemId.JapaneseFeeSchedule => WithoutSpace(code.Normalize(NormalizationForm.FormKC).ToUpperInvariant()),
        CodeSystemId.RxNorm or CodeSystemId.ReceiptDrug or CodeSystemId.Snomed or CodeSystemId.Loinc => code.Trim(),
        _ => code,
    };

    /// <summary>Cancer registries write M or M- before a morphology.</summary>
    private static string Morphology(string code) => code.StartsWith("M-", StringComparison.Ordinal) ? code[2..] : code.TrimStart('M');

    /// <summary>Labeler, product and package of a US drug code: 11 digits, or in three groups of which one may lack its leading zero.</summary>
    private static string Ndc(string code)
    {
        string[] groups = code.Split('-');
        if (groups.Length != 3) return code;
        string digits = groups[0].PadLeft(5, '0') + groups[1].PadLeft(4, '0') + groups[2].PadLeft(2, '0');
        return digits.Length == NdcDigits ? digits : code;
    }

    private static string WithoutSpace(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
}
