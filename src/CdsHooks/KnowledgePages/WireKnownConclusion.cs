using Cds.CdsHooks.Assessments;
using Cds.Knowledge.Conclusions;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>A conclusion that the service can reach.</summary>
public sealed record WireKnownConclusion
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>Values that it can have; absent for numbers.</summary>
    public IEnumerable<string>? Values { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IEnumerable<WireCitation> Citations { get; init; }

    /// <summary>What a reader has to know of it where it is beyond the documents; absent for what the documents say.</summary>
    public WireModuleOrigin? Module { get; init; }

    internal static WireKnownConclusion Of(ConclusionDefinition conclusion, Language language) => new()
    {
        Id = conclusion.Id,
        Title = conclusion.Title.In(language),
        Values = conclusion.Values.Filled(),
        Citations = conclusion.Citations.Select(WireCitation.Of),
        Module = WireModuleOrigin.Of(conclusion.Origin),
    };
}
