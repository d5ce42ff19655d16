using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// What a drug record says of the course of treatment by extensions: the line of therapy it belongs to, and refractoriness to the drug
/// (<c>fhir-profiles/structuredefinitions</c>).
/// </summary>
internal static class TherapyExtensions
{
    /// <summary>The end of the URL is looked at: other senders use the same extension under their own base.</summary>
    private const string LineUrl = "therapy-line-number";

    private const string RefractoryUrl = "refractory-status";
    private const int MostLines = 30;

    private static readonly LocalizedText LineName = new("line of therapy", "治療ライン");
    private static readonly LocalizedText RefractoryName = new("refractory status", "治療抵抗性");

    /// <summary>The line number, from 1; null, with a note when it is there and is none.</summary>
    public static int? LineNumber(ResourceEntry entry, ReadingContext context)
    {
        if (Find(entry.Resource, LineUrl) is not { } extension) return null;
        if (extension.Value.PlainNumber() is { } number && number == decimal.Truncate(number) && number is >= 1 and <= MostLines) return (int)number;

        context.Notes.Unreadable(entry.Reference, LineName, $"extension {LineUrl}");
        return null;
    }

    /// <summary>Whether the disease is recorded as refractory to the drug. A recorded "not refractory" does not outweigh progression and changes nothing.</summary>
    public static bool IsRefractory(ResourceEntry entry, ReadingContext context)
    {
        if (Find(entry.Resource, RefractoryUrl) is not { } extension) return false;
        if ((extension.Value as FhirBoolean).Truth() is { } said) return said;
        Answer answer = extension.Value.Concept() is { } concept ? AnswerReader.Read(context.See(concept), context.Codes) : Answer.None;
        if (answer is Answer.Positive or Answer.Negative) return answer == Answer.Positive;
        context.Notes.Unreadable(entry.Reference, RefractoryName, $"extension {RefractoryUrl}");
        return false;
    }

    private static Extension? Find(Resource? resource, string url) => (resource as DomainResource)?.Extension.Find(extension =>
        extension.UrlElement.Text() is { } text && text[(text.LastIndexOf('/') + 1)..].EndsWith(url, StringComparison.Ordinal));
}
