namespace Cds.FhirMapping.Terminology;

/// <summary>What the text of a drug record says: the drugs it names, and whether they were given and act in the whole body.</summary>
/// <param name="Drugs">Drugs of the knowledge base that it names, in the order of their names' length; empty when it names none.</param>
/// <param name="IsLocalForm">For the eye, the skin, the nose, the ear or to be inhaled: not the systemic drug.</param>
/// <param name="IsOnHold">Held, stopped or interrupted: it does not run now, and whether it was given is unknown.</param>
/// <param name="IsNotGiven">Not given, not to be given, or a placebo: no exposure.</param>
/// <param name="SaysNothing">It could stand for any drug (<c>study drug</c>, <c>化学療法</c>) or is no text at all.</param>
internal sealed record DrugText(IReadOnlyList<string> Drugs, bool IsLocalForm, bool IsOnHold, bool IsNotGiven, bool SaysNothing)
{
    /// <summary>The drugs that the text says were given, to act in the whole body.</summary>
    public IReadOnlyList<string> Given => IsLocalForm || IsOnHold || IsNotGiven ? [] : Drugs;
}
