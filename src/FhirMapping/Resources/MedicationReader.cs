using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// Reads what is common to all records of a drug: which drug it is (code first, text as a fall-back), and the dose. R4 writes
/// <c>medicationCodeableConcept</c> or <c>medicationReference</c>, R5 a <c>medication</c> with either inside.
/// </summary>
internal sealed class MedicationReader(ReadingContext context)
{
    /// <summary>The drugs of a record, with whether each was recognised by its text only.</summary>
    public IReadOnlyList<RecognisedDrug> DrugsOf(ResourceEntry entry)
    {
        FhirElement json = entry.Json;
        FhirElement concept = json["medicationCodeableConcept"].Exists ? json["medicationCodeableConcept"] : json["medication"];
        CodeableConcept medicationCode = context.Concept(concept);
        List<RecognisedDrug> drugs = [.. Recognise(medicationCode)];
        if (drugs.Count > 0) return drugs;
        FhirElement reference = json["medicationReference"].Exists ? json["medicationReference"] : json["medication"]["reference"];
        // A plain Reference has its text in "reference", a CodeableReference has a Reference there.
        if (reference.Text is not null) reference = json["medication"];
        if (!reference.Exists)
        {
            // A drug that is none of ours is no concern; a record that says no drug at all may be one of ours.
            if (medicationCode.Codings.Count == 0 && medicationCode.Text is null) context.Notes.NoMedication(entry.Reference);
            return [];
        }

        FhirElement medication = context.Resolver.Resolve(reference, json);
        if (medication["resourceType"].Text == "Medication") return [.. OfMedication(medication)];
        drugs = [.. Recognise(new CodeableConcept([], reference["display"].Text))];
        if (drugs.Count == 0) context.Notes.MissingMedication(entry.Reference);
        return drugs;
    }

    /// <summary>The drugs that a concept names. Text only counts when no code is known.</summary>
    public IReadOnlyList<RecognisedDrug> Recognise(CodeableConcept concept)
    {
        List<RecognisedDrug> byCode = [.. context.Codes.Find(concept, TargetKind.Drug).Where(context.Knowledge.Drugs.ContainsKey).Select(id => new RecognisedDrug(id, false))];
        // Both forms share one ATC code; where the liposomal one is named, it is meant.
        if (byCode.Exists(d => d.Id == "pegylated-liposomal-doxorubicin")) byCode.RemoveAll(d => d.Id == "doxorubicin");
        if (byCode.Count > 0) return byCode;
        foreach (string text in concept.Texts)
        {
            IReadOnlyList<string> named = context.DrugNames.Find(text);
            if (named.Count > 0) return [.. named.Select(id => new RecognisedDrug(id, true))];
        }

        return [];
    }

    /// <summary>A drug record with dose and timing of the given dosages filled in.</summary>
    public DrugRecord Record(RecognisedDrug drug, DrugRecordSource source, DrugRecordStatus status, ResourceEntry entry, FhirElement dosages)
    {
        Dosage dosage = Dosage.Read(dosages);
        string? unit = dosage.Unit is { } sent ? context.Knowledge.UnitSpellings.ToUcum(sent) : null;
        if (ProductOf(drug, entry) is { } product && (dosage.Amount is null || unit != product.Unit))
            (dosage, unit) = (dosage with { Amount = product.Dose }, product.Unit);
        return new DrugRecord(drug.Id, source, status, entry.Reference)
        {
            RecordedLine = TherapyExtensions.LineNumber(entry, context),
            IsRecordedRefractory = TherapyExtensions.IsRefractory(entry, context),
            DoseAmount = dosage.Amount,
            DoseUnit = unit,
            DosesPer28Days = dosage.DosesPer28Days,
            MatchedByText = drug.ByText,
        };
    }

    /// <summary>Leaves a note for each drug of a record that does not count as given.</summary>
    public void NoteNotGiven(ResourceEntry entry, IReadOnlyList<RecognisedDrug> drugs, string en, string ja)
    {
        foreach (RecognisedDrug drug in drugs)
        {
            LocalizedText title = context.Knowledge.Drugs[drug.Id].Title;
            context.Notes.NotGiven(entry.Reference, title, new LocalizedText(en, ja));
        }
    }

    /// <summary>The product of one strength that a text of the record names.</summary>
    private DrugProduct? ProductOf(RecognisedDrug drug, ResourceEntry entry)
    {
        IReadOnlyList<DrugProduct> products = context.Knowledge.Drugs[drug.Id].Products;
        if (products.Count == 0) return null;
        string[] texts = [.. TextsOf(entry.Json).Select(TextForm.Normalise)];
        return products.FirstOrDefault(product => product.Names.Any(name => texts.Any(text => text.Contains(TextForm.Normalise(name), StringComparison.Ordinal))));
    }

    private IEnumerable<string> TextsOf(FhirElement json)
    {
        FhirElement reference = json["medicationReference"].Exists ? json["medicationReference"] : json["medication"]["reference"];
        if (reference.Text is not null) reference = json["medication"];
        FhirElement concept = json["medicationCodeableConcept"].Exists ? json["medicationCodeableConcept"] : json["medication"];
        FhirElement named = reference.Exists ? context.Resolver.Resolve(reference, json) : reference;
        return
        [
            .. context.Concept(concept).Texts, .. context.Concept(named["code"]).Texts,
            .. reference["display"].Text is { } display ? [display] : Array.Empty<string>(),
        ];
    }

    private IEnumerable<RecognisedDrug> OfMedication(FhirElement medication)
    {
        IReadOnlyList<RecognisedDrug> whole = Recognise(context.Concept(medication["code"]));
        if (whole.Count > 0) return whole;
        var parts = new List<RecognisedDrug>();
        foreach (FhirElement ingredient in medication["ingredient"].Items)
        {
            FhirElement item = ingredient["itemCodeableConcept"].Exists ? ingredient["itemCodeableConcept"] : ingredient["item"];
            parts.AddRange(Recognise(context.Concept(item)));
        }

        return parts.DistinctBy(p => p.Id);
    }
}

/// <summary>A drug that a record names.</summary>
/// <param name="Id">Drug id.</param>
/// <param name="ByText">Whether it was recognised by its text only.</param>
internal readonly record struct RecognisedDrug(string Id, bool ByText);
