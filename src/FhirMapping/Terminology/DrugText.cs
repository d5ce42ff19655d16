namespace Cds.FhirMapping.Terminology;

/// <summary>
/// What the text of a drug record says: the drugs it names, and whether they were given and act in the whole body. Each answer is found when it is asked for:
/// beside a known code most are not.
/// </summary>
internal sealed class DrugText(DrugNames names, string text)
{
    private IReadOnlyList<string>? _drugs;
    private bool? _isLocalForm;
    private bool? _isOnHold;
    private bool? _isNotGiven;
    private bool? _saysNothing;

    /// <summary>Drugs of the knowledge base that it names, in the order of their names' length; empty when it names none.</summary>
    public IReadOnlyList<string> Drugs => _drugs ??= names.Find(text);

    /// <summary>For the eye, the skin, the nose, the ear or to be inhaled: not the systemic drug.</summary>
    public bool IsLocalForm => _isLocalForm ??= DrugWords.AreLocalForm(text);

    /// <summary>Held, stopped or interrupted: it does not run now, and whether it was given is unknown.</summary>
    public bool IsOnHold => _isOnHold ??= DrugWords.AreOnHold(text);

    /// <summary>Not given, not to be given, or a placebo: no exposure.</summary>
    public bool IsNotGiven => _isNotGiven ??= DrugWords.AreNotGiven(text);

    /// <summary>It could stand for any drug (<c>study drug</c>, <c>化学療法</c>) or is no text at all.</summary>
    public bool SaysNothing => _saysNothing ??= DrugWords.SayNothing(text);

    /// <summary>The drugs that the text says were given, to act in the whole body.</summary>
    public IReadOnlyList<string> Given => IsLocalForm || IsOnHold || IsNotGiven ? [] : Drugs;
}
