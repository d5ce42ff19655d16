using System.Text;
using Cds.FhirMapping.Reading;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Tests.Proposals;

/// <summary>A draft order as the order hooks get it.</summary>
internal static class SentDraft
{
    /// <summary>The draft; null when nothing of it can be used.</summary>
    public static MedicationRequest? Of(string json) =>
        new DraftOrderBundle(Encoding.UTF8.GetBytes($$"""{"resourceType":"Bundle","entry":[{"resource":{{json}}}]}"""), null).Entries.SingleOrDefault()?.Resource as MedicationRequest;
}
