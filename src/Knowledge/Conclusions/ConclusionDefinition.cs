using Cds.Knowledge.Documents;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Conclusions;

/// <summary>A conclusion as read from its file.</summary>
public abstract record ConclusionDefinition
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }
}
