using System.Text.Json;
using System.Text.RegularExpressions;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Utility;

namespace Cds.FhirMapping.Validation;

/// <summary>
/// A part of a Bundle, read by the FHIR library in its strictest mode for what is wrong with it. Parts are read one by one, so that one which the library
/// cannot cope with does not hide the others, and what one call can cost has a limit.
/// </summary>
internal static partial class StrictPart
{
    /// <summary>A part larger than this is not read: each fault costs a thousand times its bytes.</summary>
    public const int LargestBytes = 256 * 1024;

    /// <summary>Deeper parts are not read: the library calls itself for each level.</summary>
    private const int DeepestNesting = 128;

    private static readonly FhirJsonDeserializer Deserializer = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

    /// <summary>The issues of the Bundle itself; an entry that is only a stand-in has none.</summary>
    public static IReadOnlyList<InputIssue> OfEnvelope(ReadOnlySpan<byte> json) => Read(json, "Bundle", text => text);

    /// <summary>The issues of one entry, which is sent in a Bundle of its own.</summary>
    public static IReadOnlyList<InputIssue> OfEntry(ReadOnlySpan<byte> entry, int index)
    {
        string place = $"Bundle.entry[{index}]";
        return Read([.. """{"resourceType":"Bundle","type":"collection","entry":["""u8, .. entry, .. "]}"u8], place, text => SingleEntry().Replace(text, place));
    }

    private static IReadOnlyList<InputIssue> Read(ReadOnlySpan<byte> json, string place, Func<string, string> rebase)
    {
        if (json.Length > LargestBytes) return [new(OperationOutcome.IssueSeverity.Information, OperationOutcome.IssueType.TooLong, "part-too-large", place, null)];
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DeepestNesting });
            Deserializer.TryDeserializeResource(ref reader, out _, out IEnumerable<CodedException> faults);
            return [.. faults.Select(fault => Issue(fault, place, rebase)).Distinct()];
        }
        catch (CodedException fault)
        {
            return [Unreadable(place, Detail(fault, rebase))];
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The library throws whatever its own code meets (half a surrogate pair, an abstract type, too deep a nesting), and its messages can hold values.
            return [Unreadable(place, null)];
        }
    }

    private static InputIssue Unreadable(string place, string? detail) => new(OperationOutcome.IssueSeverity.Error, OperationOutcome.IssueType.Structure, "unreadable", place, detail);

    private static InputIssue Issue(CodedException fault, string place, Func<string, string> rebase) => fault is ExtendedCodedException extended
        ? new(extended.IssueSeverity, extended.IssueType, fault.ErrorCode, string.IsNullOrEmpty(extended.InstancePath) ? place : Place(extended.InstancePath, rebase), Detail(fault, rebase))
        : new(OperationOutcome.IssueSeverity.Error, OperationOutcome.IssueType.Structure, fault.ErrorCode, place, Detail(fault, rebase));

    private static string? Detail(CodedException fault, Func<string, string> rebase) => IssueDetail.Of(fault) is { } detail ? Place(detail, rebase) : null;

    /// <summary>Places as they are in the input; the library calls the root <c>$this</c> at times.</summary>
    private static string Place(string text, Func<string, string> rebase) => rebase(text.Replace("$this", "Bundle", StringComparison.Ordinal));

    [GeneratedRegex(@"Bundle\.entry\[\d+\]", RegexOptions.CultureInvariant)]
    private static partial Regex SingleEntry();
}
