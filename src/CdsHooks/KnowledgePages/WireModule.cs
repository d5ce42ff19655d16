using Cds.Knowledge.Modules;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>A part of the knowledge that stands beside the documents.</summary>
public sealed record WireModule
{
    /// <summary>Stable id, as the setting <c>Cds:Knowledge:Modules</c> names it.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>What it holds, in a sentence.</summary>
    public required string About { get; init; }

    /// <summary>Date of the source, unless a rule says otherwise.</summary>
    public required string SpeaksFrom { get; init; }

    /// <summary>Where it holds, unless a rule says otherwise; absent where that makes no difference.</summary>
    public IEnumerable<string>? Jurisdiction { get; init; }

    /// <summary><c>read</c> or <c>secondary</c>, unless a rule says otherwise.</summary>
    public required string Certainty { get; init; }

    internal static WireModule Of(KnowledgeModule module, Language language) => new()
    {
        Id = module.Id,
        Title = module.Title.In(language),
        About = module.About.In(language),
        SpeaksFrom = module.Origin.SpeaksFrom.Text,
        Jurisdiction = module.Origin.Jurisdictions.Filled(),
        Certainty = WireName.Of(module.Origin.Certainty),
    };
}
