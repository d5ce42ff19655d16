namespace Cds.Knowledge.Patients;

/// <summary>What a draft order says and nobody could read: no rule that rests on it is taken as broken, or as kept.</summary>
public enum UnreadPart
{
    /// <summary>The dose counts pieces (capsules, tablets, vials) of a product whose strength is not known.</summary>
    Strength,

    /// <summary>The unit of the dose is missing, is not known, or contradicts itself.</summary>
    DoseUnit,

    /// <summary>A dose is there only in words, as a maximum or as a rate, or it is damaged.</summary>
    Dose,

    /// <summary>How often it is given is there only in words, as a need, or it is damaged.</summary>
    Timing,
}
