using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// Reads what is common to all records of a drug: which drug it is (code first, text as a fall-back), and the dose. A record that does not say what it is
/// opens the drug history again.
/// </summary>
internal sealed class MedicationReader(ReadingContext context)
{
    private readonly ProductDose _doses = new(context);

    /// <summary>What a record is: known drugs, something else, or unidentified.</summary>
    public DrugRecognition Identify(ResourceEntry entry)
    {
        var named = new NamedMedication(context, entry.Resource);
        DrugRecognition whole = Recognise(named.Concept, named.Display);
        if (whole.Identity != RecordIdentity.Known)
        {
            DrugRecognition[] ingredients = [.. named.Ingredients.Select(item => Recognise(item, null))];
            DrugRecognition[] known = [.. ingredients.Where(i => i.Identity == RecordIdentity.Known)];
            if (known.Length > 0)
            {
                whole = new DrugRecognition(
                    RecordIdentity.Known, [.. known.SelectMany(i => i.DrugIds).Distinct()], known.All(i => i.ByText), known.Any(i => i.IsOnHold), known.Any(i => i.IsNotGiven));
            }
            else if (whole.Identity == RecordIdentity.Unidentified && ingredients.Length > 0 && ingredients.All(i => i.Identity == RecordIdentity.SomethingElse))
            {
                whole = DrugRecognition.SomethingElse;
            }
        }

        return whole.Identity == RecordIdentity.Known && named.IsLocal ? DrugRecognition.SomethingElse : whole;
    }

    /// <summary>The drugs that a concept names, whatever it says of them. Text only counts when no code is known.</summary>
    public IReadOnlyList<RecognisedDrug> Recognise(CodeableConcept concept)
    {
        List<RecognisedDrug> byCode = [.. context.Codes.Find(concept, TargetKind.Drug).Where(context.Knowledge.Drugs.ContainsKey).Select(id => new RecognisedDrug(id, false))];
        if (byCode.Count > 0) return byCode;
        foreach (string text in concept.Texts())
        {
            IReadOnlyList<string> named = context.DrugNames.Find(text);
            if (named.Count > 0) return [.. named.Select(id => new RecognisedDrug(id, true))];
        }

        return [];
    }

    /// <summary>Adds the records of what was given, and what stays open of a record that does not say so.</summary>
    /// <param name="entry">The record.</param>
    /// <param name="drugs">What it is.</param>
    /// <param name="form">Source, status and dates of the records; the drug does not matter.</param>
    /// <param name="dosage">Dose and timing.</param>
    public void Add(ResourceEntry entry, DrugRecognition drugs, DrugRecord form, DosageReading dosage)
    {
        if (drugs.IsNotGiven)
        {
            NoteNotGiven(entry, drugs, "its name says that it is not given", "名称に投与しない旨の記載がある");
            return;
        }

        bool unidentified = drugs.Identity == RecordIdentity.Unidentified;
        if (unidentified || drugs.IsOnHold)
        {
            if (unidentified) NoteUnidentified(entry);
            else context.Notes.NotIdentified(entry.Reference, RecordedHistory.Medications, UnidentifiedTexts.OnHold);
            // Of single doses nobody knows how long they act.
            bool mayRun = unidentified && (form.Status == DrugRecordStatus.Active || form.Source is DrugRecordSource.Administration or DrugRecordSource.Dispense);
            context.Unidentified.Add(Open(entry, drugs) with { Since = form.Start, Until = form.End, MayBeCurrent = mayRun });
            return;
        }

        foreach (string id in drugs.DrugIds)
        {
            context.DrugRecords.Add(Record(new RecognisedDrug(id, drugs.ByText), form.Source, form.Status, entry, dosage) with { Start = form.Start, End = form.End });
        }
    }

    /// <summary>A record whose status is no word of FHIR: it may have been given.</summary>
    public void AddUnclear(ResourceEntry entry, DrugRecognition drugs, string? status)
    {
        context.Notes.NotIdentified(entry.Reference, RecordedHistory.Medications, UnidentifiedTexts.Status(status));
        context.Unidentified.Add(Open(entry, drugs));
    }

    /// <summary>A drug record with dose and timing as its dosages say.</summary>
    public DrugRecord Record(RecognisedDrug drug, DrugRecordSource source, DrugRecordStatus status, ResourceEntry entry, DosageReading dosage)
    {
        DrugDose dose = _doses.Of(drug.Id, entry, dosage);
        return new DrugRecord(drug.Id, source, status, entry.Reference)
        {
            RecordedLine = TherapyExtensions.LineNumber(entry, context),
            IsRecordedRefractory = TherapyExtensions.IsRefractory(entry, context),
            DoseAmount = dose.Amount,
            DoseUnit = dose.Unit,
            DosesPer28Days = dosage.DosesPer28Days,
            MatchedByText = drug.ByText,
        };
    }

    /// <summary>Leaves a note for each drug of a record that does not count as given.</summary>
    public void NoteNotGiven(ResourceEntry entry, DrugRecognition drugs, string en, string ja)
    {
        foreach (string id in drugs.DrugIds) context.Notes.NotGiven(entry.Reference, context.Knowledge.Drugs[id].Title, new LocalizedText(en, ja));
    }

    private static UnidentifiedRecord Open(ResourceEntry entry, DrugRecognition drugs) => new(RecordedHistory.Medications, entry.Reference) { MayBe = drugs.DrugIds };

    private DrugRecognition Recognise(CodeableConcept? concept, string? display)
    {
        context.See(concept);
        IEnumerable<string> texts = display is null ? concept.Texts() : concept.Texts().Append(display);
        DrugRecognition found = context.Recognisers.Drugs.Recognise([.. concept.Codes()], [.. texts]);
        return found.DrugIds.All(context.Knowledge.Drugs.ContainsKey) ? found : found with { DrugIds = [.. found.DrugIds.Where(context.Knowledge.Drugs.ContainsKey)] };
    }

    private void NoteUnidentified(ResourceEntry entry)
    {
        var named = new NamedMedication(context, entry.Resource);
        LocalizedText why = named is { IsReference: true, Medication: null } ? UnidentifiedTexts.MissingReference
            : named.Concept.IsEmpty() ? UnidentifiedTexts.NoCode
            : UnidentifiedTexts.UnknownCode;
        context.Notes.NotIdentified(entry.Reference, RecordedHistory.Medications, why);
    }
}

/// <summary>A drug that a record names.</summary>
/// <param name="Id">Drug id.</param>
/// <param name="ByText">Whether it was recognised by its text only.</param>
internal readonly record struct RecognisedDrug(string Id, bool ByText);
