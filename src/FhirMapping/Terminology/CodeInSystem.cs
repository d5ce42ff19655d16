using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Terminology;

/// <summary>A code with the system that it belongs to, whatever resource it came from.</summary>
/// <param name="System">The code system; unknown when the sender's URI is not one of ours.</param>
/// <param name="Uri">The URI as sent.</param>
/// <param name="Code">The code as sent.</param>
internal readonly record struct CodeInSystem(CodeSystemId System, string? Uri, string Code)
{
    public static CodeInSystem Of(string? uri, string code) => new(CodeSystemUris.Identify(uri), uri, code);

    /// <summary>The code of a Coding; null when it has none.</summary>
    public static CodeInSystem? Of(Coding? coding) => coding?.CodeElement.Text() is { } code ? Of(coding.SystemElement.Text(), code) : null;
}
