namespace Cds.FhirMapping.Terminology;

/// <summary>
/// Says what a procedure or disease record is: by a known code, else by a whole name of the closed list, else whether its text or the class of its
/// codes shows that it is something else.
/// </summary>
internal sealed class ConceptRecogniser(CodeMap codes, ConceptNames names, CodeClasses classes)
{
    /// <summary>What the record is.</summary>
    /// <param name="kind">Procedure or condition.</param>
    /// <param name="codings">Its codes.</param>
    /// <param name="texts">Its text and the displays beside its codes.</param>
    public ConceptRecognition Recognise(TargetKind kind, IReadOnlyList<CodeInSystem> codings, IReadOnlyList<string> texts)
    {
        List<CodeTarget> byCode = [.. codings.SelectMany(coding => codes.Find(coding, texts)).Distinct()];
        if (byCode.Exists(target => target.Kind == kind)) return new ConceptRecognition(RecordIdentity.Known, byCode, false);
        List<CodeTarget> byName = [.. texts.SelectMany(names.Find).Distinct()];
        if (byName.Exists(target => target.Kind == kind)) return new ConceptRecognition(RecordIdentity.Known, byName, true);
        // A code of another kind (a fact, a value) says what the record is, too.
        if (byCode.Count > 0) return new ConceptRecognition(RecordIdentity.Known, byCode, false);
        bool elsewhere = codings.Any(coding => classes.IsSomethingElse(kind, coding)) || texts.Any(text => ProcedureWords.Tell(kind, text) == RecordIdentity.SomethingElse);
        bool open = kind == TargetKind.Procedure && texts.Any(text => ProcedureWords.Tell(kind, text) == RecordIdentity.Unidentified && ProcedureWords.MayBeOurs(text));
        return new ConceptRecognition(elsewhere && !open ? RecordIdentity.SomethingElse : RecordIdentity.Unidentified, [], false);
    }
}
