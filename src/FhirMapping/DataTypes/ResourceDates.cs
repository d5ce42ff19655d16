using Hl7.Fhir.Model;

namespace Cds.FhirMapping.DataTypes;

/// <summary>The dates of the resource that is being read: one that is there and cannot be read leaves a note, whoever asked for it.</summary>
internal sealed class ResourceDates(FhirDateTimeReader reader, ReadingNotes notes)
{
    /// <summary>How notes name the resource being read.</summary>
    public string Resource { get; set; } = "";

    /// <summary>The date of an element; null when it is absent, no date, or unreadable.</summary>
    public ClinicalDate? Read(DataType? element)
    {
        if (element is not (FhirDateTime or Date or Instant)) return null;
        ClinicalDate? date = reader.Read(element);
        if (date is null) notes.UnreadableDate(Resource, ((PrimitiveType)element).Text());
        return date;
    }

    /// <summary>The same without a note, for callers that leave a better one.</summary>
    public ClinicalDate? Try(DataType? element) => reader.Read(element);
}
