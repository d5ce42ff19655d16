using Cds.Knowledge;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Proposals;

/// <summary>The concept by which a draft names a drug: its name, and codes in the drug systems that the patient's own data use.</summary>
/// <param name="knowledge">Names of drugs.</param>
/// <param name="codes">Codes of drugs.</param>
internal sealed class DrugConcept(KnowledgeBase knowledge, CodeMap codes)
{
    /// <summary>The concept for a new order.</summary>
    public CodeableConcept For(string drugId, CodeSystemsInUse systems, Language language) =>
        ProposalParts.Concept(CodesOf(drugId, systems), Name(drugId, language));

    /// <summary>The concept without codes of a product: it stands for any strength.</summary>
    public CodeableConcept IngredientFor(string drugId, CodeSystemsInUse systems, Language language) =>
        ProposalParts.Concept(CodesOf(drugId, systems).Where(IsIngredient), Name(drugId, language));

    /// <summary>The name for readers.</summary>
    public string Name(string drugId, Language language) => knowledge.Drugs.TryGetValue(drugId, out var drug) ? drug.Title.In(language) : drugId;

    /// <summary>Whether a coding is one of the drug as such, not of one of its products.</summary>
    public bool IsIngredient(string drugId, Coding coding) => coding is { System: { } system, Code: { } code }
        && codes.CodesFor(TargetKind.Drug, drugId) is var all
        && FirstOfSystem(all, CodeSystemUris.Identify(system)) is { } ingredient && ingredient.Code == code && IsIngredient(ingredient);

    /// <summary>YJ codes name a product of one strength; the RxNorm and ATC codes that drafts are written with name the ingredient.</summary>
    private static bool IsIngredient(WritableCode code) => code.System is CodeSystemId.RxNorm or CodeSystemId.Atc;

    private static WritableCode? FirstOfSystem(IReadOnlyList<WritableCode> codes, CodeSystemId system) => codes.FirstOrDefault(c => c.System == system);

    /// <summary>Codes in the systems in use; in others of the same thing when there are none, so that a client can still map the drug.</summary>
    private IReadOnlyList<WritableCode> CodesOf(string drugId, CodeSystemsInUse systems)
    {
        IReadOnlyList<WritableCode> all = codes.CodesFor(TargetKind.Drug, drugId);
        bool rxNorm = systems.HasFlag(CodeSystemsInUse.RxNorm);
        bool japanese = systems.HasFlag(CodeSystemsInUse.Yj) || systems.HasFlag(CodeSystemsInUse.JapaneseDrug) || (systems.HasFlag(CodeSystemsInUse.Jlac) && !rxNorm);
        bool atc = japanese || systems.HasFlag(CodeSystemsInUse.Atc);
        WritableCode?[] chosen =
        [
            rxNorm ? FirstOfSystem(all, CodeSystemId.RxNorm) : null,
            japanese ? FirstOfSystem(all, CodeSystemId.Yj) : null,
            atc ? FirstOfSystem(all, CodeSystemId.Atc) : null,
        ];
        return chosen.Any(code => code is not null)
            ? [.. chosen.OfType<WritableCode>()]
            : [.. new[] { FirstOfSystem(all, CodeSystemId.RxNorm), FirstOfSystem(all, CodeSystemId.Atc) }.OfType<WritableCode>()];
    }
}
