namespace Cds.CdsHooks.Errors;

/// <summary>Why a request is not answered as asked: an expected outcome, so a value and not an exception.</summary>
/// <param name="Kind">Kind of problem; decides status and stable type.</param>
/// <param name="Detail">What is wrong with this request. Names places, never patient data.</param>
/// <param name="Path">Where: a JSON path into the body, or the name of a query parameter; null when the request as a whole is meant.</param>
public sealed record RequestProblem(ProblemKind Kind, LocalizedText Detail, string? Path = null)
{
    /// <summary>When to try again, for what passes by itself; null for what does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Id under which a defect of the service is logged.</summary>
    public string? IncidentId { get; init; }
}
