using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Assessments;

/// <summary>How an option stands, on the wire.</summary>
internal static class WireStanding
{
    /// <summary>The name of a standing in the contract.</summary>
    public static string Of(Standing standing) => standing switch
    {
        Standing.Recommended => "recommended",
        Standing.Alternative => "alternative",
        Standing.Caution => "caution",
        Standing.Avoid => "avoid",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "Add the new standing to WireStanding."),
    };

    /// <summary>The codes of the reasons that have one; null when none has.</summary>
    public static IEnumerable<string>? ReasonCodes(Option option) =>
        option.Reasons.Any(reason => reason.Code is not null) ? option.Reasons.Select(reason => reason.Code).OfType<string>() : null;
}
