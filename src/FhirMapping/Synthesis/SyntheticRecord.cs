using System.Buffers;
using System.Text.Json;

namespace Cds.FhirMapping.Synthesis;

/// <summary>A resource as JSON.</summary>
/// <param name="Type">Type of resource.</param>
/// <param name="Json">Its bytes.</param>
public readonly record struct SyntheticResource(string Type, ReadOnlyMemory<byte> Json);

/// <summary>Writes the resources of one synthetic patient.</summary>
internal sealed class SyntheticRecord(string patientId, CodeWorld world)
{
    private readonly List<SyntheticResource> _resources = [];

    /// <summary>What was written.</summary>
    public IReadOnlyList<SyntheticResource> Resources => _resources;

    /// <summary>The patient.</summary>
    public void Patient(bool female, DateOnly born) => Add("Patient", writer =>
    {
        writer.WriteString("id", patientId);
        writer.WriteString("gender", female ? "female" : "male");
        writer.WriteString("birthDate", Text(born));
    });

    /// <summary>An entry of the problem list.</summary>
    public void Condition(string conditionId, DateOnly since) => Add("Condition", writer =>
    {
        Identify(writer, "Condition");
        writer.WritePropertyName("clinicalStatus");
        Concept(writer, ("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"));
        writer.WritePropertyName("code");
        Concept(writer, world.Of(TargetKind.Condition, conditionId));
        Subject(writer);
        writer.WriteString("onsetDateTime", Text(since));
    });

    /// <summary>A drug that was or is given.</summary>
    public void Drug(string drugId, DateOnly from, DateOnly? until) => Add("MedicationStatement", writer =>
    {
        Identify(writer, "MedicationStatement");
        writer.WriteString("status", until is null ? "active" : "completed");
        writer.WritePropertyName("medicationCodeableConcept");
        Concept(writer, world.Of(TargetKind.Drug, drugId));
        Subject(writer);
        writer.WriteStartObject("effectivePeriod");
        writer.WriteString("start", Text(from));
        if (until is { } end) writer.WriteString("end", Text(end));
        writer.WriteEndObject();
    });

    /// <summary>A procedure.</summary>
    public void Procedure(string procedureId, DateOnly on) => Add("Procedure", writer =>
    {
        Identify(writer, "Procedure");
        writer.WriteString("status", "completed");
        writer.WritePropertyName("code");
        Concept(writer, world.Of(TargetKind.Procedure, procedureId));
        Subject(writer);
        writer.WriteString("performedDateTime", Text(on));
    });

    /// <summary>A measured value.</summary>
    public void Quantity(string factId, DateOnly on, double value, string unit) => Observation(factId, on, writer =>
    {
        writer.WriteStartObject("valueQuantity");
        writer.WriteNumber("value", (decimal)value);
        writer.WriteString("unit", unit);
        writer.WriteString("system", CodeSystemUris.Ucum);
        writer.WriteString("code", unit);
        writer.WriteEndObject();
    });

    /// <summary>A finding with an answer: positive, negative.</summary>
    public void Finding(string factId, DateOnly on, string answer) => Observation(factId, on, writer =>
    {
        writer.WritePropertyName("valueCodeableConcept");
        Concept(writer, world.Of(TargetKind.Answer, answer));
    });

    /// <summary>A count or score without a unit.</summary>
    public void Score(string factId, DateOnly on, int value) => Observation(factId, on, writer => writer.WriteNumber("valueInteger", value));

    /// <summary>A value that has a code of its own.</summary>
    public void Coded(string factId, DateOnly on, string value) => Observation(factId, on, writer =>
    {
        writer.WritePropertyName("valueCodeableConcept");
        Concept(writer, world.Of(TargetKind.Value, $"{factId}.{value}"));
    });

    /// <summary>A value in words.</summary>
    public void Words(string factId, DateOnly on, string text) => Observation(factId, on, writer =>
    {
        writer.WriteStartObject("valueCodeableConcept");
        writer.WriteString("text", text);
        writer.WriteEndObject();
    });

    /// <summary>A result under a code that only one hospital knows.</summary>
    public void Unread(DateOnly on, int number) => Add("Observation", writer =>
    {
        Identify(writer, "Observation");
        writer.WriteString("status", "final");
        writer.WritePropertyName("code");
        Concept(writer, ("https://hospital.example.org/laboratory", string.Create(CultureInfo.InvariantCulture, $"X{number:000}")));
        Subject(writer);
        writer.WriteString("effectiveDateTime", Text(on));
        writer.WriteNumber("valueInteger", number);
    });

    private void Observation(string factId, DateOnly on, Action<Utf8JsonWriter> value) => Add("Observation", writer =>
    {
        Identify(writer, "Observation");
        writer.WriteString("status", "final");
        writer.WritePropertyName("code");
        Concept(writer, world.Of(TargetKind.Fact, factId));
        Subject(writer);
        writer.WriteString("effectiveDateTime", Text(on));
        value(writer);
    });

    private void Add(string type, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", type);
            write(writer);
            writer.WriteEndObject();
        }

        _resources.Add(new SyntheticResource(type, buffer.WrittenMemory));
    }

    private void Identify(Utf8JsonWriter writer, string type) =>
        writer.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"{patientId}-{type[..1].ToLowerInvariant()}{_resources.Count}"));

    private void Subject(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("subject");
        writer.WriteString("reference", "Patient/" + patientId);
        writer.WriteEndObject();
    }

    private static void Concept(Utf8JsonWriter writer, (string System, string Code) code)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("coding");
        writer.WriteStartObject();
        writer.WriteString("system", code.System);
        writer.WriteString("code", code.Code);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
