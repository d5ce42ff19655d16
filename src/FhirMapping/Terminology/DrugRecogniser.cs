using Cds.Knowledge;

namespace Cds.FhirMapping.Terminology;

/// <summary>
/// Says what a drug record is: by a known code, else by the drugs that its text names. The words beside the code still count for what a code cannot
/// say: an ointment, a drug on hold, one that was not given.
/// </summary>
internal sealed class DrugRecogniser(KnowledgeBase knowledge, CodeMap codes, DrugNames names, CodeClasses classes)
{
    /// <summary>What the record is.</summary>
    /// <param name="codings">Its codes.</param>
    /// <param name="texts">Its text and the displays beside its codes.</param>
    public DrugRecognition Recognise(IReadOnlyList<CodeInSystem> codings, IReadOnlyList<string> texts)
    {
        List<DrugText> read = [.. texts.Distinct(StringComparer.Ordinal).Select(names.Read)];
        List<string> drugs = [.. codings.SelectMany(coding => codes.Find(coding, texts)).Where(target => target.Kind == TargetKind.Drug).Select(target => target.Id).Distinct()];
        // Two forms may share one ATC code; where the narrower one is named (liposomal doxorubicin), it is meant.
        drugs.RemoveAll(drug => drugs.Exists(other => knowledge.Drugs.GetValueOrDefault(other)?.NarrowerThan == drug));
        bool byText = drugs.Count == 0;
        if (byText) drugs = [.. (read.Find(text => text.Drugs.Count > 0)?.Drugs ?? [])];
        if (drugs.Count > 0)
        {
            return read.Exists(text => text.IsLocalForm)
                ? DrugRecognition.SomethingElse
                : new DrugRecognition(RecordIdentity.Known, drugs, byText, read.Exists(text => text.IsOnHold), read.Exists(text => text.IsNotGiven));
        }

        bool elsewhere = codings.Any(coding => classes.IsSomethingElse(TargetKind.Drug, coding)) || read.Exists(text => !text.SaysNothing);
        return elsewhere ? DrugRecognition.SomethingElse : DrugRecognition.Unidentified;
    }
}
