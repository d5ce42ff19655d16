using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Tells which drugs a draft order names, that it is something else, or that nobody can tell.</summary>
internal sealed class DraftDrugReader(ReadingContext context)
{
    /// <summary>The drugs of a draft.</summary>
    public DraftDrugs Read(ResourceEntry entry)
    {
        var product = PrescribedProduct.Of(entry.Resource, context.Resolver);
        context.See(product.Concept);
        DrugRecognition whole = context.Recognisers.Drugs.Recognise(product.Codes, product.Texts);
        DrugRecognition[] recognised = whole.Identity == RecordIdentity.Unidentified
            ? [.. product.Ingredients.Select(i => i.Item).OfType<CodeableConcept>().Select(item => context.Recognisers.Drugs.Recognise([.. context.See(item)!.Codes()], [.. item.Texts()]))]
            : [whole];
        // A placebo, or an order that says "not", is no order of the drug.
        RecognisedDrug[] drugs = [.. recognised.Where(r => !r.IsNotGiven).SelectMany(r => r.DrugIds.Where(context.Knowledge.Drugs.ContainsKey).Select(id => new RecognisedDrug(id, r.ByText))).DistinctBy(drug => drug.Id)];
        if (recognised.Length > 0 && !recognised.Any(r => r.Identity == RecordIdentity.Unidentified)) return new DraftDrugs(drugs, null, null);
        return drugs.Length > 0 ? new DraftDrugs(drugs, null, null) : Unidentified(entry, product);
    }

    private DraftDrugs Unidentified(ResourceEntry entry, PrescribedProduct product)
    {
        string? named = product.Texts.Concat(product.Codes.Select(code => code.Code)).FirstOrDefault();
        if (product.IsMissing && product.Display is null)
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
