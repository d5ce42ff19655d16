using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reports;

/// <summary>Which code of a record said what it was read as.</summary>
internal sealed class RecognisedBy(CodeMap codes, IReadOnlyList<ResourceEntry> entries)
{
    private readonly Dictionary<string, ResourceEntry> _entries = entries.GroupBy(e => e.Reference, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    private readonly ReferenceResolver _resolver = new(entries);

    /// <summary>The code as <c>system|code</c>; where none stands for it alone, that it was told from the whole record (a text, a panel, a finding as the value).</summary>
    public string Of(string reference, CodeTarget target)
    {
        Resource? record = _entries.GetValueOrDefault(reference)?.Resource;
        foreach (CodeableConcept concept in RecordConcepts.Of(record).Concat(RecordConcepts.Of(MedicationOf(record))).Concat(RecordConcepts.AnswersOf(record)))
        {
            foreach (CodeInSystem coding in concept.Codes())
            {
                if (codes.Find(coding, concept).Contains(target)) return $"{coding.Uri}|{coding.Code}";
            }
        }

        return "its text or its parts together";
    }

    private Resource? MedicationOf(Resource? record)
    {
        DataType? medication = record switch
        {
            MedicationRequest request => request.Medication,
            MedicationStatement statement => statement.Medication,
            MedicationAdministration administration => administration.Medication,
            MedicationDispense dispense => dispense.Medication,
            _ => null,
        };
        return medication is ResourceReference named ? _resolver.Resolve(named, record) : null;
    }
}
