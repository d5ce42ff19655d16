using Firely.Fhir.Validation;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Specification.Source;
using Hl7.Fhir.Specification.Terminology;

namespace Cds.FhirMapping.Tests.Proposals;

/// <summary>Firely's validator with the R4 specification and the project's own structure definitions.</summary>
internal static class OfficialValidator
{
    private static readonly Lazy<Validator> Shared = new(Create);

    /// <summary>The resolver of the specification is not made for several threads.</summary>
    private static readonly Lock Gate = new();

    /// <summary>What is wrong; warnings are advice and left out.</summary>
    public static IReadOnlyList<string> Errors(Resource resource)
    {
        lock (Gate)
        {
            return
            [
                .. Shared.Value.Validate(resource).Issue
                    .Where(issue => issue.Severity is OperationOutcome.IssueSeverity.Error or OperationOutcome.IssueSeverity.Fatal)
                    .Select(issue => $"{string.Join(", ", issue.Expression)}: {issue.Details?.Text}"),
            ];
        }
    }

    private static Validator Create()
    {
        var own = new InMemoryResourceResolver(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "FhirPackage", "structuredefinitions"))
            .Select(file => new FhirJsonDeserializer().Deserialize<StructureDefinition>(File.ReadAllText(file))));
        var resolver = new CachedResolver(new SnapshotSource(new MultiResolver(own, ZipSource.CreateValidationSource())));
        return new Validator(resolver, new LocalTerminologyService(resolver));
    }
}
