using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads orders of examinations and services: those of the record that are active, and those being written.</summary>
internal sealed class ServiceRequestReader(ReadingContext context)
{
    private static readonly string[] Orders = ["order", "original-order", "reflex-order", "filler-order", "instance-order"];

    private static readonly LocalizedText Name = new("order of an examination", "検査などのオーダー");

    /// <summary>Adds an active order of the record; plans, proposals and orders not to do something are none.</summary>
    public void Read(ResourceEntry entry)
    {
        FhirElement json = entry.Json;
        if (json["status"].Text != "active" || json["doNotPerform"].Boolean == true) return;
        if (json["intent"].Text is { } intent && !Orders.Contains(intent)) return;
        if (!context.IsAboutPatient(entry, "subject")) return;
        ClinicalDate? ordered = context.Date(json["authoredOn"], entry.Reference, Name, "authoredOn");
        context.OrderedServices.AddRange(IdsOf(entry).Select(id => new OrderedService(id, ordered, entry.Reference)));
    }

    /// <summary>The facts and actions of the knowledge base that an order asks for.</summary>
    public IEnumerable<string> IdsOf(ResourceEntry entry)
    {
        CodeableConcept code = context.Concept(entry.Json["code"]);
        IEnumerable<string> facts = context.FactsOf(code).Select(f => f.Id);
        IEnumerable<string> actions = code.Codings
            .Where(c => c.Uri?.EndsWith("/CodeSystem/action", StringComparison.Ordinal) == true && context.Knowledge.Actions.ContainsKey(c.Code))
            .Select(c => c.Code);
        return facts.Concat(actions).Distinct();
    }
}
