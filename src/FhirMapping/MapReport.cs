using System.Text.Json;
using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.FhirMapping.Resources;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;

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
    public void Write(TextWriter writer, string name, JsonElement bundle)
    {
        writer.WriteLine($"== {name}");
        PatientFactsReading reading = reader.ReadBundle(bundle);
        if (reading.Facts is not { } facts)
        {
            writer.WriteLine($"   {reading.Problem!.Path}: {reading.Problem.Text.En}");
            return;
        }

        Section(writer, "recognised", Recognised(facts));
        Section(writer, "notes", facts.Notes.Select(n => $"{n.Severity}: {n.Resource} {n.Text.En}"));
        Section(writer, "codes that mean nothing here", Unknown(bundle));
    }

    private static IEnumerable<string> Recognised(PatientFacts facts) =>
    [
        .. facts.Observations.Select(o => $"{o.Resource}: {o.FactId} = {Text(o.Value)}{(o.Original is null ? "" : $" (sent as {o.Original})")}, {o.Date}"),
        .. facts.Conditions.Select(c => $"{c.Resource}: condition {c.ConditionId}{(c.IsCurrent ? "" : ", not current")}, {c.Since?.Text ?? "no date"}"),
        .. facts.DrugRecords.Select(d => $"{d.Resource}: drug {d.DrugId}{(d.MatchedByText ? " (by its text)" : "")}, {d.Status}, {d.Start?.Text ?? "?"} to {d.End?.Text ?? "?"}"),
        .. facts.Procedures.Select(p => $"{p.Resource}: procedure {p.ProcedureId}, {p.Performed?.Text ?? "no date"}"),
        .. facts.Allergies.Select(a => $"{a.Resource}: allergy to {a.DrugId}"),
    ];

    private static string Text(FactValue value) => value switch
    {
        QuantityValue quantity => quantity.Range.ToString(),
        PresenceValue presence => presence.Present ? "present" : "absent",
        CodeValue code => code.Code,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Add the new kind of value to MapReport."),
    };

    /// <summary>Codes and texts by which nothing was recognised, the most frequent first.</summary>
    private IEnumerable<string> Unknown(JsonElement bundle)
    {
        var collector = new ResourceCollector(new ReadingNotes());
        collector.Add(new FhirElement(bundle), null, "Bundle");
        return collector.Entries
            .Where(e => CodedTypes.Contains(e.Type))
            .SelectMany(e => Concepts(e.Json).Where(c => !IsKnown(c)).Select(c => $"{e.Type} {string.Join(" + ", c.Codings.Select(x => $"{x.Uri}|{x.Code}"))} {c.Name}"))
            .GroupBy(line => line)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Count() == 1 ? g.Key : $"{g.Key} ({g.Count()} times)");
    }

    private static IEnumerable<CodeableConcept> Concepts(FhirElement resource)
    {
        FhirElement drug = resource["medicationCodeableConcept"].Exists ? resource["medicationCodeableConcept"] : resource["medication"];
        return resource["component"].Items.Select(c => c["code"]).Prepend(resource["code"]).Append(drug).Where(e => e.IsObject).Select(CodeableConcept.Read).Where(c => !c.IsEmpty);
    }

    private bool IsKnown(CodeableConcept concept) => codes.Find(concept).Count > 0 || concept.Texts.Any(t => _drugNames.Find(t).Count > 0);

    private static void Section(TextWriter writer, string title, IEnumerable<string> lines)
    {
        writer.WriteLine($"-- {title}");
        foreach (string line in lines) writer.WriteLine($"   {line}");
    }
}
