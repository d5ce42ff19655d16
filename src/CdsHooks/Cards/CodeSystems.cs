namespace Cds.CdsHooks.Cards;

/// <summary>Code systems of what cards say in codes.</summary>
internal static class CodeSystems
{
    private const string Own = "https://myeloma-cds.example.org/fhir/CodeSystem/";

    /// <summary>The override reasons that cards offer.</summary>
    public const string OverrideReason = Own + "override-reason";

    /// <summary>HL7's reasons for not following advice (CDS Hooks 3.0), named beside ours.</summary>
    public const string StandardReason = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";

    /// <summary>Topics of cards.</summary>
    public const string CardTopic = Own + "card-topic";
}
