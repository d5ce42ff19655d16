using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// Where a drug record names its drug: in itself, in a Medication that it refers to, or in the ingredients of that; and by what form and route it is given,
/// since an eye ointment is not the systemic drug.
/// </summary>
internal sealed class NamedMedication
{
    private readonly ReadingContext _context;
    private readonly Resource? _record;

    public NamedMedication(ReadingContext context, Resource? record)
    {
        _context = context;
        _record = record;
        switch (NameOf(record))
        {
            case CodeableConcept concept:
                Concept = concept;
                break;
            case ResourceReference reference:
                IsReference = true;
                Display = reference.DisplayElement.Text();
                Medication = _context.Resolver.Resolve(reference, record) as Medication;
                // A Medication that was entered in error says nothing of the drug.
                if (StatusWords.Of(Medication?.StatusElement) == "entered-in-error") Medication = null;
                Concept = Medication?.Code;
                break;
            default:
                break;
        }
    }

    /// <summary>What names the drug as a whole; null when nothing does.</summary>
    public CodeableConcept? Concept { get; }

    /// <summary>The words beside the reference.</summary>
    public string? Display { get; }

    /// <summary>Whether the record refers to a Medication.</summary>
    public bool IsReference { get; }

    /// <summary>The Medication; null when it is not in the data or not usable.</summary>
    public Medication? Medication { get; }

    /// <summary>All texts that name it.</summary>
    public IEnumerable<string> Texts => Display is { } display ? Concept.Texts().Append(display) : Concept.Texts();

    /// <summary>What its ingredients are called, each in the record, in a Medication or in a Substance of its own.</summary>
    public IEnumerable<CodeableConcept> Ingredients
    {
        get
        {
            foreach (DataType? item in Medication?.Ingredient.Select(ingredient => ingredient.Item) ?? [])
            {
                switch (item)
                {
                    case CodeableConcept concept:
                        yield return concept;
                        break;
                    case ResourceReference reference:
                        yield return (_context.Resolver.Resolve(reference, Medication) ?? _context.Resolver.Resolve(reference, _record)) switch
                        {
                            Medication medication when medication.Code is { } code => code,
                            Substance substance when substance.Code is { } code => code,
                            _ => Concepts.OfText(reference.DisplayElement.Text()),
                        };
                        break;
                    default:
                        break;
                }
            }
        }
    }

    /// <summary>Whether form, route or site say that it acts where it is put. A route that leads into the body outweighs the other two.</summary>
    public bool IsLocal
    {
        get
        {
            (CodeableConcept?[] routes, CodeableConcept?[] sites) = Places(_record);
            if (RouteReader.Read(routes, _context) is not null) return false;
            return routes.Any(route => route.Codes().Any(LocalRoutes.Contains) || route.Texts().Any(DrugWords.AreLocalForm))
                || sites.Append(Medication?.Form).Any(place => place.Texts().Any(DrugWords.AreLocalForm));
        }
    }

    private static (CodeableConcept?[] Routes, CodeableConcept?[] Sites) Places(Resource? record) => record switch
    {
        MedicationRequest request => Of(request.DosageInstruction),
        MedicationStatement statement => Of(statement.Dosage),
        MedicationDispense dispense => Of(dispense.DosageInstruction),
        MedicationAdministration { Dosage: { } dosage } => ([dosage.Route], [dosage.Site]),
        _ => ([], []),
    };

    private static (CodeableConcept?[] Routes, CodeableConcept?[] Sites) Of(IReadOnlyList<Dosage> dosages) =>
        ([.. dosages.Select(d => d.Route)], [.. dosages.Select(d => d.Site)]);

    private static DataType? NameOf(Resource? record) => record switch
    {
        MedicationRequest request => request.Medication,
        MedicationStatement statement => statement.Medication,
        MedicationAdministration administration => administration.Medication,
        MedicationDispense dispense => dispense.Medication,
        _ => null,
    };
}
