namespace Cds.Knowledge.Therapy;

/// <summary>How an option stands for this patient, the best first.</summary>
public enum Standing
{
    /// <summary>Recommended.</summary>
    Recommended,

    /// <summary>Also possible.</summary>
    Alternative,

    /// <summary>Usable, with a reason to take care.</summary>
    Caution,

    /// <summary>Listed so that the reason is seen; never suggested.</summary>
    Avoid,
}
