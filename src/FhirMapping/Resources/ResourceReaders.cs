using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>The readers of one request, one for each type of resource that something is read from.</summary>
internal sealed class ResourceReaders
{
    private readonly ReadingContext _context;
    private readonly ObservationReader _observations;
    private readonly DiagnosticReportReader _reports;
    private readonly ConditionReader _conditions;
    private readonly ProcedureReader _procedures;
    private readonly MedicationReader _medications;
    private readonly MedicationRequestReader _requests;
    private readonly MedicationStatementReader _statements;
    private readonly MedicationAdministrationReader _administrations;
    private readonly MedicationDispenseReader _dispenses;
    private readonly AllergyReader _allergies;
    private readonly DamagedRecordReader _damaged;
    private readonly ServiceRequestReader _services;
    private readonly QuestionnaireResponseReader _answers;

    public ResourceReaders(ReadingContext context)
    {
        _context = context;
        _observations = new ObservationReader(context);
        _reports = new DiagnosticReportReader(context, _observations);
        _conditions = new ConditionReader(context);
        _procedures = new ProcedureReader(context);
        _medications = new MedicationReader(context);
        _requests = new MedicationRequestReader(context, _medications);
        _statements = new MedicationStatementReader(context, _medications);
        _administrations = new MedicationAdministrationReader(context, _medications);
        _dispenses = new MedicationDispenseReader(context, _medications);
        _allergies = new AllergyReader(context, _medications);
        _damaged = new DamagedRecordReader(context);
        _services = new ServiceRequestReader(context);
        _answers = new QuestionnaireResponseReader(context);
    }

    /// <summary>Reads one resource; types that nothing is read from are passed over.</summary>
    public void Read(ResourceEntry entry)
    {
        _context.Dates.Resource = entry.Reference;
        if (entry.IsUnusable)
        {
            _damaged.Read(entry);
            return;
        }

        switch (entry.Resource)
        {
            case Observation observation:
                _observations.Read(entry, observation);
                break;
            case DiagnosticReport report:
                _reports.Read(entry, report);
                break;
            case Hl7.Fhir.Model.Condition condition:
                _conditions.Read(entry, condition);
                break;
            case Procedure procedure:
                _procedures.Read(entry, procedure);
                break;
            case MedicationRequest request:
                _requests.Read(entry, request);
                break;
            case MedicationStatement statement:
                _statements.Read(entry, statement);
                break;
            case MedicationAdministration administration:
                _administrations.Read(entry, administration);
                break;
            case MedicationDispense dispense:
                _dispenses.Read(entry, dispense);
                break;
            case AllergyIntolerance allergy:
                _allergies.Read(entry, allergy);
                break;
            case ServiceRequest service:
                _services.Read(entry, service);
                break;
            case QuestionnaireResponse response:
                _answers.Read(entry, response);
                break;
            default:
                break;
        }
    }

    /// <summary>Adds what only all resources together say.</summary>
    public void Complete() => _observations.Complete();

    /// <summary>Reads the orders being written.</summary>
    public DraftOrderReader ReadDrafts(DraftOrderBundle drafts)
    {
        var orders = new DraftOrderReader(_context, _medications, _services, drafts);
        orders.ReadAll();
        return orders;
    }
}
