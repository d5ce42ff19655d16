namespace Cds.CdsHooks.Assessments;

/// <summary>The status of a recommendation on the wire.</summary>
internal static class WireStatus
{
    /// <summary>The name of a status in the contract.</summary>
    public static string Of(RecommendationStatus status) => status switch
    {
        RecommendationStatus.Due => "due",
        RecommendationStatus.Satisfied => "satisfied",
        RecommendationStatus.Indeterminate => "indeterminate",
        RecommendationStatus.NotApplicable => "not-applicable",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Add the new status to WireStatus."),
    };
}
