namespace Cds.Knowledge.Conclusions;

/// <summary>Where a conclusion stands on the card of stage and risk.</summary>
/// <param name="Place">Its place, lowest first.</param>
/// <param name="Part">What it is there.</param>
/// <param name="IsWorthObtaining">Whether facts that it lacks are asked for before treatment begins.</param>
public sealed record StagingCardPlace(int Place, StagingCardPart Part, bool IsWorthObtaining);

/// <summary>Parts of the card of stage and risk.</summary>
public enum StagingCardPart
{
    /// <summary>The stage that the card is about: without it there is no card.</summary>
    Main,

    /// <summary>Another stage.</summary>
    Stage,

    /// <summary>Risk.</summary>
    Risk,
}
