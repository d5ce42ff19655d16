using System.Runtime.InteropServices;
using System.Text.Json;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Validation;

/// <summary>
/// Says for integrators where a Bundle is no valid FHIR R4 JSON: cardinalities, types, spellings of values, codes of required value sets. Profiles, invariants
/// and other terminology are not checked. It answers for every input, JSON or not, and says what it could not check.
/// </summary>
public static class InputIssues
{
    /// <summary>Most issues that are listed; the rest is counted.</summary>
    public const int MostListed = 100;

    /// <summary>Largest input in bytes that is checked.</summary>
    public const int LargestBytes = 5_000_000;

    /// <summary>Most issues that are counted before the check ends.</summary>
    private const int MostCounted = 1_000;

    /// <summary>Deepest nesting of the whole; a single part may be nested less.</summary>
    private const int DeepestNesting = 1_000;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The issues as OperationOutcome, each with severity, code, a text in the reader's language and the FHIRPath of the place.</summary>
    public static OperationOutcome Find(ReadOnlyMemory<byte> json, Language language)
    {
        var found = new FoundIssues(MostListed, MostCounted);
        if (json.Length > LargestBytes)
        {
            found.Add(new(OperationOutcome.IssueSeverity.Information, OperationOutcome.IssueType.TooLong, "input-too-large", "Bundle", null));
            return found.ToOutcome(language);
        }

        if (json.Span.StartsWith(ByteOrderMark))
        {
            found.Add(new(OperationOutcome.IssueSeverity.Error, OperationOutcome.IssueType.Structure, "byte-order-mark", "Bundle", null));
            json = json[ByteOrderMark.Length..];
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestNesting });
            if (document.RootElement.ValueKind == JsonValueKind.Object) Read(document.RootElement, found);
            else found.Add(Fatal("no-object", null));
        }
        catch (JsonException wrong)
        {
            found.Add(Fatal("no-json", string.Create(CultureInfo.InvariantCulture, $"line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}")));
        }

        return found.ToOutcome(language);
    }

    private static void Read(JsonElement bundle, FoundIssues found)
    {
        found.AddRange(StrictPart.OfEnvelope(BundleEnvelope.Of(bundle)));
        foreach (JsonElement entries in BundleEnvelope.EntryLists(bundle))
        {
            int index = 0;
            foreach (JsonElement entry in entries.EnumerateArray())
            {
                if (found.IsEnough)
                {
                    found.StoppedBefore(index);
                    return;
                }

                found.AddRange(StrictPart.OfEntry(JsonMarshal.GetRawUtf8Value(entry), index++));
            }
        }
    }

    private static InputIssue Fatal(string code, string? detail) => new(OperationOutcome.IssueSeverity.Fatal, OperationOutcome.IssueType.Structure, code, "Bundle", detail);
}
