namespace Cds.CdsHooks.Errors;

/// <summary>Problem details of RFC 9457.</summary>
public sealed record WireProblem
{
    /// <summary>Stable URI of the kind of problem.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem for readers.</summary>
    public required string Title { get; init; }

    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong with this request.</summary>
    public required string Detail { get; init; }

    /// <summary>Where: a JSON path into the body, or the name of a query parameter.</summary>
    public string? Path { get; init; }

    /// <summary>With status 500: the id under which the failure is logged.</summary>
    public string? Incident { get; init; }

    internal static WireProblem Of(RequestProblem problem, Language language) => new()
    {
        Type = ProblemKind.TypeBase + problem.Kind.Slug,
        Title = problem.Kind.Title.In(language),
        Status = problem.Kind.Status,
        Detail = problem.Detail.In(language),
        Path = problem.Path,
        Incident = problem.IncidentId,
    };
}
