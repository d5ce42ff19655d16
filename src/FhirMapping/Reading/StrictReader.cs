using System.Text.Json;
using Cds.FhirMapping.Validation;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Utility;

namespace Cds.FhirMapping.Reading;

/// <summary>
/// Reads what the fast lane declines: Firely in strict mode keeps nearly everything and lists all that is wrong. The result is made safe for typed code
/// (<see cref="PocoCleaning"/>), and each issue becomes a fault with its place.
/// </summary>
internal static class StrictReader
{
    private static readonly FhirJsonDeserializer Deserializer = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

    /// <summary>Firely needs about a kilobyte for each thing that is wrong; a larger resource that is not plain FHIR JSON is not read.</summary>
    private const int LargestBytes = 256 * 1024;

    private static readonly LocalizedText TooLarge = new($"it is no plain FHIR JSON and larger than {LargestBytes / 1024} KiB", $"通常のFHIR JSONではなく、{LargestBytes / 1024} KiBを超えている");

    /// <summary>What a resource is that names two types.</summary>
    public static ResourceReading TwoTypes { get; } = new(null, [new ReadingFault(FaultKind.Unreadable, ".resourceType", new("it is there more than once", "複数ある"))]);

    /// <summary>Reads one resource. Never throws.</summary>
    /// <param name="json">The resource, an object.</param>
    public static ResourceReading Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > LargestBytes) return Unreadable(TooLarge);
        byte[]? adapted = OtherReleases.ToR4(json);
        ReadOnlyMemory<byte> r4 = adapted ?? json;
        if (adapted is not null && TryFast(r4) is { } plain) return new ResourceReading(plain, []) { IsOfOtherRelease = true };
        try
        {
            var reader = new Utf8JsonReader(r4.Span);
            Deserializer.TryDeserializeResource(ref reader, out Resource? resource, out IEnumerable<CodedException> issues);
            return resource is null
                ? Unreadable(IssueTexts.Of(issues.FirstOrDefault()?.ErrorCode ?? "unreadable"))
                : new ResourceReading(resource, FaultFinder.Find(resource, issues, r4)) { IsOfOtherRelease = adapted is not null };
        }
        catch (Exception broken) when (broken is CodedException or JsonException or InvalidOperationException or FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            // Some shapes (a single contained resource, lone surrogates, more than 64 levels) end Firely's reading in every mode.
            return Unreadable(IssueTexts.Of(broken is CodedException coded ? coded.ErrorCode : "unreadable"));
        }
    }

    private static Resource? TryFast(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        return reader.Read() ? new FastLane(PocoShapes.ReadOnly).TryRead(ref reader) : null;
    }

    private static ResourceReading Unreadable(LocalizedText message) => new(null, [new ReadingFault(FaultKind.Unreadable, "", message)]);
}
