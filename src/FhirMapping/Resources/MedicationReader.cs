using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// Reads what is common to all records of a drug: which drug it is (code first, text as a fall-back), and the dose. It stands in the
/// record or in a Medication that the record refers to.
/// </summary>
internal sealed class MedicationReader(ReadingContext context)
{
    private readonly ProductDose _doses = new(context);

    /// <summary>The drugs of a record, with whether each was recognised by its text only.</summary>
    public IReadOnlyList<RecognisedDrug> DrugsOf(ResourceEntry entry)
    {
        switch (MedicationOf(entry.Resource))
        {
            case CodeableConcept concept:
                IReadOnlyList<RecognisedDrug> named = Recognise(context.See(concept));
                // A drug that is none of ours is no concern; a record that says no drug at all may be one of ours.
                if (named.Count == 0 && concept.IsEmpty()) context.Notes.NoMedication(entry.Reference);
                return named;
            case ResourceReference reference when context.Resolver.Resolve(reference, entry.Resource) is Medication medication:
                return [.. OfMedication(medication)];
            case ResourceReference reference:
                IReadOnlyList<RecognisedDrug> displayed = Recognise(Concepts.OfText(reference.DisplayElement.Text()));
                if (displayed.Count == 0) context.Notes.MissingMedication(entry.Reference);
                return displayed;
            default:
                context.Notes.NoMedication(entry.Reference);
                return [];
        }
    }

    /// <summary>The drugs that a concept names. Text only counts when no code is known.</summary>
    public IReadOnlyList<RecognisedDrug> Recognise(CodeableConcept concept)
    {
        List<RecognisedDrug> byCode = [.. context.Codes.Find(concept, TargetKind.Drug).Where(context.Knowledge.Drugs.ContainsKey).Select(id => new RecognisedDrug(id, false))];
        // Both forms share one ATC code; where the liposomal one is named, it is meant.
        if (byCode.Exists(d => d.Id == "pegylated-liposomal-doxorubicin")) byCode.RemoveAll(d => d.Id == "doxorubicin");
        if (byCode.Count > 0) return byCode;
        foreach (string text in concept.Texts())
        {
            IReadOnlyList<string> named = context.DrugNames.Find(text);
            if (named.Count > 0) return [.. named.Select(id => new RecognisedDrug(id, true))];
        }

        return [];
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
    public void NoteNotGiven(ResourceEntry entry, IReadOnlyList<RecognisedDrug> drugs, string en, string ja)
    {
        foreach (RecognisedDrug drug in drugs)
        {
            LocalizedText title = context.Knowledge.Drugs[drug.Id].Title;
            context.Notes.NotGiven(entry.Reference, title, new LocalizedText(en, ja));
        }
    }

    /// <summary>What names the drug of a record.</summary>
    private static DataType? MedicationOf(Resource? resource) => resource switch
    {
        MedicationRequest request => request.Medication,
        MedicationStatement statement => statement.Medication,
        MedicationAdministration administration => administration.Medication,
        MedicationDispense dispense => dispense.Medication,
        _ => null,
    };

    private IEnumerable<RecognisedDrug> OfMedication(Medication medication)
    {
        IReadOnlyList<RecognisedDrug> whole = medication.Code is { } code ? Recognise(context.See(code)) : [];
        if (whole.Count > 0) return whole;
        return medication.Ingredient.Select(i => i.Item).OfType<CodeableConcept>().SelectMany(item => Recognise(context.See(item))).DistinctBy(p => p.Id);
    }
}

/// <summary>A drug that a record names.</summary>
/// <param name="Id">Drug id.</param>
/// <param name="ByText">Whether it was recognised by its text only.</param>
internal readonly record struct RecognisedDrug(string Id, bool ByText);
