using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping;

/// <summary>
/// Says for integrators what of a Bundle was recognised, what was ignored and why, and which codes mean nothing to the service. Holds patient
/// data: for a terminal, never for a log.
/// </summary>
/// <param name="knowledge">Names of drugs.</param>
/// <param name="codes">What codes stand for.</param>
/// <param name="reader">Reads the Bundle.</param>
public sealed class MapReport(KnowledgeBase knowledge, CodeMap codes, PatientFactsReader reader)
{
    private static readonly string[] CodedTypes =
        ["Observation", "Condition", "Procedure", "AllergyIntolerance", "MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense", "Medication"];

    private readonly DrugNames _drugNames = new(knowledge.Drugs.Values, codes);

    /// <summary>Writes the report of one Bundle.</summary>
    /// <returns>Whether it is a Bundle of one patient.</returns>
    public bool Write(TextWriter writer, string name, ReadOnlyMemory<byte> bundle)
    {
        writer.WriteLine($"== {name}");
        PatientFactsReading reading = reader.ReadBundle(bundle);
        if (reading.Facts is not { } facts)
        {
            writer.WriteLine($"   {reading.Problem!.Path}: {reading.Problem.Text.En}");
            return false;
        }

        Section(writer, "recognised", Recognised(facts));
        Section(writer, "notes", facts.Notes.Select(n => $"{n.Severity}: {n.Resource} {n.Text.En}"));
        IReadOnlyList<ResourceEntry> entries = EntriesOf(bundle);
        Section(writer, "codes that mean nothing here", Unknown(entries));
        Section(writer, "resources that are not read", NotRead(entries));
        return true;
    }

    private IEnumerable<string> Recognised(PatientFacts facts) =>
    [
        .. facts.Observations.Select(o => $"{o.Resource}: {o.FactId} = {Text(o.Value)}{Unit(o)}{(o.Original is null ? "" : $" (sent as {o.Original})")}, {o.Date}"),
        .. facts.Conditions.Select(c => $"{c.Resource}: condition {c.ConditionId}{(c.IsCurrent ? "" : ", not current")}, {c.Since?.Text ?? "no date"}"),
        .. facts.DrugRecords.Select(d => $"{d.Resource}: drug {d.DrugId}{(d.MatchedByText ? " (by its text)" : "")}, {d.Status}, {d.Start?.Text ?? "?"} to {d.End?.Text ?? "?"}"),
        .. facts.Procedures.Select(p => $"{p.Resource}: procedure {p.ProcedureId}, {p.Performed?.Text ?? "no date"}"),
        .. facts.Allergies.Select(a => $"{a.Resource}: allergy to {a.DrugId}"),
    ];

    private string Unit(ObservedFact observed) => observed.Value is QuantityValue && knowledge.Facts[observed.FactId].Unit is { } unit ? " " + unit : "";

    private static string Text(FactValue value) => value switch
    {
        QuantityValue quantity => quantity.Range.ToString(),
        PresenceValue presence => presence.Present ? "present" : "absent",
        CodeValue code => code.Code,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Add the new kind of value to MapReport."),
    };

    /// <summary>Codes and texts by which nothing was recognised, the most frequent first.</summary>
    private IEnumerable<string> Unknown(IReadOnlyList<ResourceEntry> entries) =>
        entries
            .Where(e => CodedTypes.Contains(e.Type))
            .SelectMany(e => Concepts(e.Resource).Where(c => !IsKnown(c)).Select(c => $"{e.Type} {string.Join(" + ", c.Codes().Select(x => $"{x.Uri}|{x.Code}"))} {c.Name()}"))
            .GroupBy(line => line)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Count() == 1 ? g.Key : $"{g.Key} ({g.Count()} times)");


    /// <summary>Types of resources that the service has no use for, with their number.</summary>
    private static IEnumerable<string> NotRead(IReadOnlyList<ResourceEntry> entries) => entries
        .Where(e => !PatientFactsReader.ReadTypes.Contains(e.Type))
        .GroupBy(e => e.Type)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => $"{g.Key} ({g.Count()})");

    private static IReadOnlyList<ResourceEntry> EntriesOf(ReadOnlyMemory<byte> bundle)
    {
        var resources = new ResourceList(new ReadingNotes());
        new FhirBundleReader(resources, PocoShapes.ReadOnly, PatientFactsReader.ReadTypes).Read(bundle, "$");
        return resources.Entries;
    }

    private static IEnumerable<CodeableConcept> Concepts(Resource? resource)
    {
        IEnumerable<CodeableConcept?> all = resource switch
        {
            Observation observation => [observation.Code, .. observation.Component.Select(c => c.Code)],
            Hl7.Fhir.Model.Condition condition => [condition.Code],
            Procedure procedure => [procedure.Code],
            AllergyIntolerance allergy => [allergy.Code],
            Medication medication => [medication.Code],
            MedicationRequest request => [request.Medication as CodeableConcept],
            MedicationStatement statement => [statement.Medication as CodeableConcept],
            MedicationAdministration administration => [administration.Medication as CodeableConcept],
            MedicationDispense dispense => [dispense.Medication as CodeableConcept],
            _ => [],
        };
        return all.OfType<CodeableConcept>().Where(c => !c.IsEmpty());
    }

    private bool IsKnown(CodeableConcept concept) => codes.Find(concept).Count > 0 || concept.Texts().Any(t => _drugNames.Find(t).Count > 0);

    private static void Section(TextWriter writer, string title, IEnumerable<string> lines)
    {
        writer.WriteLine($"-- {title}");
        foreach (string line in lines) writer.WriteLine($"   {line}");
    }
}
