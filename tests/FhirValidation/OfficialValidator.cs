using System.Collections.Concurrent;
using Firely.Fhir.Validation;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Specification.Snapshot;
using Hl7.Fhir.Specification.Source;
using Hl7.Fhir.Specification.Terminology;

namespace Cds.FhirValidation;

/// <summary>
/// Firely's validator of FHIR R4: cardinalities, types, invariants, profiles, required bindings and the contexts of extensions, with the specification and
/// the package of this project at hand. Profiles that others publish are not at hand and are passed over; terms of code systems that are not at hand
/// (LOINC, SNOMED CT, ...) are warnings.
/// </summary>
public static class OfficialValidator
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Finding>> Known = new(StringComparer.Ordinal);
    private static readonly FhirJsonSerializer Json = new();
    private static readonly Lock OneAtATime = new();
    private static readonly Lazy<Validator> Shared = new(Create);

    /// <summary>Finds definitions in the package and in the specification, with their snapshots made.</summary>
    public static IAsyncResourceResolver Definitions { get; } =
        new CachedResolver(new SnapshotSource(new MultiResolver(ProjectPackage.CreateResolver(), Specification.Resolver), SnapshotGeneratorSettings.CreateDefault()));

    /// <summary>The errors of a resource, each with its place; empty when it is valid.</summary>
    public static IReadOnlyList<string> Validate(Resource resource) => Texts(resource, isError: true);

    /// <summary>What the validator advises or could not check.</summary>
    public static IReadOnlyList<string> Warnings(Resource resource) => Texts(resource, isError: false);

    private static IReadOnlyList<string> Texts(Resource resource, bool isError) =>
        [.. Find(resource).Where(finding => finding.IsError == isError).Select(finding => finding.Text)];

    /// <summary>A resource costs some 20 ms: one that was judged before is not judged again.</summary>
    private static IReadOnlyList<Finding> Find(Resource resource) => Known.GetOrAdd(Json.SerializeToString(resource), _ =>
    {
        // Expansions are written into shared value sets.
        lock (OneAtATime) return [.. Shared.Value.Validate(resource).Issue.Select(Read)];
    });

    private static Finding Read(OperationOutcome.IssueComponent issue) => new(
        issue.Severity is OperationOutcome.IssueSeverity.Error or OperationOutcome.IssueSeverity.Fatal,
        $"{string.Join(", ", issue.Expression)}: {issue.Details?.Text ?? issue.Diagnostics}");

    private static Validator Create() => new(
        Definitions,
        LocalTerminologyService.CreateDefaultForCore(Definitions),
        null,
        new ValidationSettings { SelectValidationProfiles = (_, profiles, _, _) => [.. profiles.Where(profile => IsAtHand(profile.ToString()))] });

    private static bool IsAtHand(string profile) =>
        profile.StartsWith("http://hl7.org/fhir/StructureDefinition/", StringComparison.Ordinal) || profile.StartsWith(ProjectPackage.CanonicalBase, StringComparison.Ordinal);

    private readonly record struct Finding(bool IsError, string Text);
}
