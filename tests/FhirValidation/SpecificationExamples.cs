using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Cds.FhirValidation;

/// <summary>
/// The resources of the R4 specification: structure definitions, value sets, code systems, search parameters and others. The package that HL7's
/// specification comes in holds no example patients; these are what it has.
/// </summary>
public static class SpecificationExamples
{
    /// <summary>Each resource of each file, turned from XML into JSON.</summary>
    public static IEnumerable<FhirExample> All()
    {
        var serializer = new FhirJsonSerializer();
        foreach (string file in Specification.Files)
        {
            // Some of the published narratives and codes are no valid FHIR; they are kept as they are.
            FhirXmlDeserializer.RECOVERABLE.TryDeserializeResource(File.ReadAllText(file), out Resource? bundle, out _);
            foreach ((int index, Resource resource) in ((Bundle)bundle!).Entry.Select(entry => entry.Resource).OfType<Resource>().Index())
                yield return new($"specification/{Path.GetFileName(file)}/{index}/{resource.TypeName}/{resource.Id}", serializer.SerializeToBytes(resource));
        }
    }
}
