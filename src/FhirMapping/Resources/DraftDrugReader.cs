using Cds.FhirMapping.Values;

namespace Cds.FhirMapping.Resources;

/// <summary>Tells which drugs a draft order names, that it is something else, or that nobody can tell: as for the records of the patient.</summary>
internal sealed class DraftDrugReader(ReadingContext context, MedicationReader medications)
{
    /// <summary>The drugs of a draft.</summary>
    public DraftDrugs Read(ResourceEntry entry)
    {
        DrugRecognition recognised = medications.Identify(entry);
        if (recognised.Identity == RecordIdentity.Unidentified) return Unidentified(entry);
        // A placebo, or an order that says "not", is no order of the drug.
        return new DraftDrugs(recognised.IsNotGiven ? [] : [.. recognised.DrugIds.Select(id => new RecognisedDrug(id, recognised.ByText))], null, null);
    }

    private DraftDrugs Unidentified(ResourceEntry entry)
    {
        var product = new NamedMedication(context, entry.Resource);
        string? named = product.Texts.Concat(product.Concept.Codes().Select(code => code.Code)).FirstOrDefault();
        if (product is { IsReference: true, Medication: null, Display: null })
        {
            context.Notes.DraftNotIdentified(entry.Reference, UnidentifiedTexts.MissingReference);
            return new DraftDrugs([], UnidentifiedReason.MissingMedication, null);
        }

        if (named is null) context.Notes.DraftNotIdentified(entry.Reference, UnidentifiedTexts.NoCode);
        return new DraftDrugs([], named is null ? UnidentifiedReason.NoDrug : UnidentifiedReason.UnknownCode, named);
    }
}

/// <summary>What a draft order is.</summary>
/// <param name="Drugs">The drugs of the knowledge base that it names.</param>
/// <param name="Unidentified">Why nobody can tell; null where it is known, also as something else.</param>
/// <param name="Named">The text or code that says nothing.</param>
internal sealed record DraftDrugs(IReadOnlyList<RecognisedDrug> Drugs, UnidentifiedReason? Unidentified, string? Named);
