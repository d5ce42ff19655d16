using Cds.FhirMapping.Reading;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Terminology;

/// <summary>A code with the system it belongs to, whatever URI the sender wrote for that system.</summary>
/// <param name="System">The code system; unknown when the sender's URI is none of ours.</param>
/// <param name="Uri">The URI as sent.</param>
/// <param name="Code">The code.</param>
internal readonly record struct SystemCode(CodeSystemId System, string? Uri, string Code)
{
    /// <summary>The code of a Coding; null when it has none.</summary>
    public static SystemCode? Of(Coding? coding)
    {
        if (coding?.CodeElement.Text() is not { } code) return null;
        string? uri = coding.SystemElement.Text();
        return new SystemCode(CodeSystemUris.Identify(uri), uri, code);
    }
}
