using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Terminology;

/// <summary>
/// What words of an unlisted procedure or disease text tell (<c>tools/terminology/procedure-words.csv</c>). A text about a transplantation or CAR-T cells
/// that is neither a listed name nor clearly a visit, a plan or another organ stays open: it may be the transplantation that nothing else records.
/// </summary>
internal static class ProcedureWords
{
    private static readonly ILookup<string, string> Words = TerminologyTable.Read("procedure-words").ToLookup(row => row["kind"], row => row["word"], StringComparer.Ordinal);

    private static readonly Regex MayBe = Pattern("may-be");
    private static readonly Regex IsNot = Pattern("is-not");
    private static readonly Regex OtherOrgan = Pattern("organ");
    private static readonly Regex Marrow = Pattern("marrow");
    private static readonly HashSet<string> Short = [.. Words["short"].Select(TextForm.Normalise)];
    private static readonly HashSet<string> Nothing = [.. Words["says-nothing"].Select(TextForm.Normalise)];

    /// <summary>Whether a text that names nothing of ours shows that the record is something else; a disease text always does when it says anything.</summary>
    public static RecordIdentity Tell(TargetKind kind, string text)
    {
        if (Short.Contains(TextForm.Normalise(text))) return RecordIdentity.SomethingElse;
        if (DrugWords.AreTooShort(text) || Nothing.Contains(TextForm.Normalise(text))) return RecordIdentity.Unidentified;
        return kind == TargetKind.Procedure && MayBeOurs(text) ? RecordIdentity.Unidentified : RecordIdentity.SomethingElse;
    }

    /// <summary>Whether a text speaks of a transplantation or of CAR-T cells without saying that none was done.</summary>
    public static bool MayBeOurs(string text)
    {
        string folded = WordPattern.Folded(text);
        bool isOfOrgan = OtherOrgan.IsMatch(folded) && !Marrow.IsMatch(folded);
        return MayBe.IsMatch(folded) && !IsNot.IsMatch(folded) && !isOfOrgan;
    }

    private static Regex Pattern(string kind) => WordPattern.Of(Words[kind]);
}
