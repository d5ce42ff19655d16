namespace Cds.CdsHooks.Cards;

/// <summary>Indicators as CDS Hooks writes them.</summary>
internal static class Indicators
{
    /// <summary>The indicator of an urgency.</summary>
    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Info => "info",
        Urgency.Warning => "warning",
        Urgency.Critical => "critical",
        _ => throw new ArgumentOutOfRangeException(nameof(urgency), urgency, "Add the new urgency to Indicators."),
    };
}
