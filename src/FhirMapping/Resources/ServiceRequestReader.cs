using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads orders of examinations and services: those of the record that are active, and those being written.</summary>
internal sealed class ServiceRequestReader(ReadingContext context)
{
    private static readonly string[] Orders = ["order", "original-order", "reflex-order", "filler-order", "instance-order"];
    private static readonly string[] NoOrders = ["proposal", "plan", "directive", "option"];
    private static readonly string[] NotActive = ["draft", "on-hold", "revoked", "completed", "entered-in-error", "unknown", "ended"];

    private static readonly LocalizedText Name = new("order of an examination", "検査などのオーダー");

    /// <summary>Adds an active order of the record; plans, proposals and orders not to do something are none.</summary>
    public void Read(ResourceEntry entry, ServiceRequest request)
    {
        string? status = StatusWords.Of(request.StatusElement);
        string? intent = StatusWords.Of(request.IntentElement);
        if (status != "active" || (intent is not null && !Orders.Contains(intent)) || request.DoNotPerformElement.Truth() == true)
        {
            if (status is not null && status != "active" && !NotActive.Contains(status)) context.Notes.UnknownStatus(entry.Reference, Name, status);
            else if (intent is not null && !Orders.Contains(intent) && !NoOrders.Contains(intent)) context.Notes.UnknownStatus(entry.Reference, Name, intent);
            return;
        }

        if (!context.IsAboutPatient(entry, request.Subject)) return;
        ClinicalDate? ordered = context.Date(request.AuthoredOnElement, entry.Reference, Name, "authoredOn");
        context.OrderedServices.AddRange(IdsOf(request).Select(id => new OrderedService(id, ordered, entry.Reference)));
    }

    /// <summary>The facts and actions of the knowledge base that an order asks for.</summary>
    public IEnumerable<string> IdsOf(ServiceRequest request)
    {
        CodeableConcept? code = context.See(request.Code);
        IEnumerable<string> facts = context.FactsOf(code).Select(f => f.Id);
        IEnumerable<string> actions = code.Codes()
            .Where(c => c.Uri?.EndsWith("/CodeSystem/action", StringComparison.Ordinal) == true && context.Knowledge.Actions.ContainsKey(c.Code))
            .Select(c => c.Code);
        return facts.Concat(actions).Distinct();
    }
}
