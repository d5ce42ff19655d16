using System.Text.Unicode;

namespace Cds.CdsHooks.Batch.BulkData;

/// <summary>What grouping has to know of a line of a Bulk Data export: whose it is.</summary>
/// <param name="Type">Type of resource.</param>
/// <param name="Id">Logical id; null when it has none.</param>
/// <param name="Patient">Logical id of the patient that it is of; null when it is nobody's.</param>
/// <param name="Medication">Logical id of the Medication that it refers to.</param>
/// <param name="Fault">Why the line cannot be used; null when it can.</param>
internal readonly record struct BulkLine(string Type, string? Id, string? Patient, string? Medication, string? Fault)
{
    private const string PatientType = "Patient", MedicationType = "Medication", BundleType = "Bundle";

    /// <summary>Whether it is a drug that records of several patients may refer to.</summary>
    public bool IsMedication => Type == MedicationType && Patient is null;

    /// <summary>Reads a line.</summary>
    public static BulkLine Read(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json)) return Faulty("the line is no text in UTF-8");
        string? type = null, id = null, patient = null, medication = null;
        var reader = new Utf8JsonReader(json);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return Faulty("the line is no JSON object");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("resourceType"u8)) type = Text(ref reader);
                else if (reader.ValueTextEquals("id"u8)) id = Text(ref reader);
                else if (reader.ValueTextEquals("subject"u8) || reader.ValueTextEquals("patient"u8)) patient = IdOf(Reference(ref reader), PatientType) ?? patient;
                else if (reader.ValueTextEquals("medicationReference"u8)) medication = IdOf(Reference(ref reader), MedicationType);
                else reader.Skip();
            }

            if (reader.Read()) return Faulty("something follows the JSON object");
        }
        catch (JsonException broken)
        {
            return Faulty($"the line stops being JSON at byte {broken.BytePositionInLine + 1}");
        }
        catch (InvalidOperationException)
        {
            return Faulty("an escape in the line is no character");
        }

        return type switch
        {
            null => Faulty("the line is no FHIR resource: it has no resourceType"),
            BundleType => Faulty("a Bundle among the resources of a Bulk Data export; Bundles are read from files of Bundles only"),
            PatientType when id is null => Faulty("the Patient has no id"),
            PatientType => new BulkLine(type, id, id, null, null),
            _ => new BulkLine(type, id, patient, medication, null),
        };
    }

    private static BulkLine Faulty(string fault) => new("", null, null, null, fault);

    /// <summary>The value of the member that the reader stands at, when it is a text.</summary>
    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) return reader.GetString();
        reader.Skip();
        return null;
    }

    private static string? Reference(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        string? reference = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("reference"u8)) reference = Text(ref reader);
            else reader.Skip();
        }

        return reference;
    }

    /// <summary>The logical id in <c>Patient/1</c>, <c>https://server/fhir/Patient/1/_history/2</c> and the like; null when it is of another type.</summary>
    private static string? IdOf(string? reference, string type)
    {
        if (reference is null) return null;
        string[] parts = reference.Split('/');
        int history = Array.LastIndexOf(parts, "_history");
        int at = (history > 0 ? history : parts.Length) - 1;
        return at >= 1 && parts[at - 1] == type && parts[at].Length > 0 ? parts[at] : null;
    }
}
