using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Proposals;

/// <summary>Routes of administration as drafts write them: codes of the FHIR R4 value set <c>route-codes</c> (SNOMED CT).</summary>
internal static class OrderRoutes
{
    /// <summary>The concept of a route.</summary>
    public static CodeableConcept Concept(Route route, Language language) =>
        ProposalParts.Concept([new WritableCode(CodeSystemId.Snomed, CodeSystemUris.Snomed, CodeOf(route), null)], Name(route).In(language));

    private static string CodeOf(Route route) => route switch
    {
        Route.Oral => "26643006",
        Route.Intravenous => "47625008",
        Route.Subcutaneous => "34206005",
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, "Add the new route to OrderRoutes."),
    };

    private static LocalizedText Name(Route route) => route switch
    {
        Route.Oral => new LocalizedText("oral", "経口"),
        Route.Intravenous => new LocalizedText("intravenous", "静脈内"),
        Route.Subcutaneous => new LocalizedText("subcutaneous", "皮下"),
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, "Add the new route to OrderRoutes."),
    };
}
