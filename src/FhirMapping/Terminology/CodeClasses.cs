using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Terminology;

/// <summary>
/// Tells from the code alone that a record is something else: a well-formed code of a classification in which everything that matters here is known
/// (ATC, the ingredient digits of Japanese products, ICD, CPT ...), or an RxNorm concept that is listed as another drug. Serial numbers without such
/// an order (HOT, claims codes, SNOMED CT) tell nothing.
/// </summary>
internal sealed partial class CodeClasses
{
    private const int YjIngredientDigits = 7;

    private readonly ILookup<(TargetKind Kind, CodeSystemId System), string> _cannotTell;
    private readonly HashSet<string> _otherYj;
    private readonly OtherRxNorm _otherRxNorm = OtherRxNorm.Read();
    private readonly CodeMap _codes;

    public CodeClasses(CodeMap codes)
    {
        _codes = codes;
        _cannotTell = TerminologyTable.Read("code-classes").ToLookup(
            row => (Enum.Parse<TargetKind>(row["kind"], ignoreCase: true), TableSystem.Of(row["system"])), row => CodeForm.Of(TableSystem.Of(row["system"]), row["code"]));
        _otherYj = [.. TerminologyTable.Read("yj-elsewhere").Select(row => row["code"])];
    }

    /// <summary>
    /// Whether a code for which nothing of the kind was found shows that the record is something else. False when it cannot tell, also for a class
    /// that contains one of ours (<c>L01X</c>, <c>C90</c>).
    /// </summary>
    public bool IsSomethingElse(TargetKind kind, CodeInSystem code)
    {
        string form = CodeForm.Of(code.System, code.Code);
        if (!IsWellFormed(code.System, form)) return false;
        if (code.System is CodeSystemId.Atc or CodeSystemId.Icd10 && _codes.IsClassOf(kind, code.System, form)) return false;
        if (code.System == CodeSystemId.RxNorm) return kind == TargetKind.Drug && _otherRxNorm.Contains(form);
        if (code.System is CodeSystemId.Yj or CodeSystemId.GeneralNameOrder)
            return kind == TargetKind.Drug && (_otherYj.Contains(form[..YjIngredientDigits]) || !CannotTell(kind, CodeSystemId.Yj, form));
        return IsOrdered(kind, code.System) && !CannotTell(kind, code.System, form);
    }

    private bool CannotTell(TargetKind kind, CodeSystemId system, string code) =>
        !IsBloodProduct(system, code) && _cannotTell[(kind, system)].Any(prefix => code.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Systems whose codes say what kind of thing they name.</summary>
    private static bool IsOrdered(TargetKind kind, CodeSystemId system) => kind switch
    {
        TargetKind.Drug => system == CodeSystemId.Atc,
        TargetKind.Procedure => system is CodeSystemId.Cpt or CodeSystemId.Hcpcs or CodeSystemId.Icd10Pcs or CodeSystemId.JapaneseFeeSchedule,
        TargetKind.Condition => system is CodeSystemId.Icd10 or CodeSystemId.IcdO3,
        _ => false,
    };

    private static bool IsWellFormed(CodeSystemId system, string code) => system switch
    {
        CodeSystemId.Atc => Atc().IsMatch(code),
        CodeSystemId.RxNorm => Digits().IsMatch(code),
        CodeSystemId.Yj or CodeSystemId.GeneralNameOrder => Yj().IsMatch(code),
        CodeSystemId.Cpt => Cpt().IsMatch(code),
        CodeSystemId.Hcpcs => Hcpcs().IsMatch(code),
        CodeSystemId.Icd10Pcs => IcdPcs().IsMatch(code),
        CodeSystemId.JapaneseFeeSchedule => FeeSchedule().IsMatch(code),
        CodeSystemId.Icd10 => Icd().IsMatch(code),
        CodeSystemId.IcdO3 => Morphology().IsMatch(code),
        _ => false,
    };

    /// <summary>Transfusions of red cells, plasma, platelets and factors: the sixth character names the product.</summary>
    private static bool IsBloodProduct(CodeSystemId system, string code) =>
        system == CodeSystemId.Icd10Pcs && code.StartsWith("302", StringComparison.Ordinal) && "BHJKLMNPQRSTVW".Contains(code[5], StringComparison.Ordinal);

    [GeneratedRegex("^[A-Z][0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Atc();

    [GeneratedRegex("^[0-9]{1,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex("^[0-9]{7}[A-Z][0-9][0-9A-Z]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Yj();

    [GeneratedRegex("^[0-9]{4}[0-9A-Z]$", RegexOptions.CultureInvariant)]
    private static partial Regex Cpt();

    [GeneratedRegex("^[A-V][0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Hcpcs();

    [GeneratedRegex("^[0-9A-HJ-NP-Z]{7}$", RegexOptions.CultureInvariant)]
    private static partial Regex IcdPcs();

    [GeneratedRegex("^[A-Z][0-9]{3}.*$", RegexOptions.CultureInvariant)]
    private static partial Regex FeeSchedule();

    [GeneratedRegex("^[A-Z][0-9][0-9A-Z]{1,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Icd();

    [GeneratedRegex("^[0-9]{4}/[0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex Morphology();
}
