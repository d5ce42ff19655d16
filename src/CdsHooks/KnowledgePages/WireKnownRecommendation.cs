using Cds.CdsHooks.Assessments;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>A recommendation that the service can make.</summary>
public sealed record WireKnownRecommendation
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>Card topic.</summary>
    public required string Topic { get; init; }

    /// <summary>Grade as the document prints it.</summary>
    public string? Grade { get; init; }

    /// <summary>Ids of the options that it can offer.</summary>
    public required IEnumerable<string> Options { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IEnumerable<WireCitation> Citations { get; init; }

    /// <summary>What a reader has to know of it where it is beyond the documents; absent for what the documents say.</summary>
    public WireModuleOrigin? Module { get; init; }

    internal static WireKnownRecommendation Of(RecommendationDefinition recommendation, Language language) => new()
    {
        Id = recommendation.Id,
        Title = recommendation.Title.In(language),
        Topic = recommendation.Topic,
        Grade = recommendation.Grade?.In(language),
        Options = recommendation.Options.Select(option => option.Id),
        Citations = recommendation.Citations.Select(WireCitation.Of),
        Module = WireModuleOrigin.Of(recommendation.Origin),
    };
}
