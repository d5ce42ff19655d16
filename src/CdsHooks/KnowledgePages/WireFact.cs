using Cds.Knowledge.Facts;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>A fact that rules read.</summary>
public sealed record WireFact
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary><c>quantity</c>, <c>number</c>, <c>count</c>, <c>presence</c> or <c>code</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Canonical UCUM unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Codes that it can have.</summary>
    public IEnumerable<string>? Codes { get; init; }

    /// <summary>Whether it is computed from other facts.</summary>
    public bool? Derived { get; init; }

    internal static WireFact Of(FactDefinition fact, Language language) => new()
    {
        Id = fact.Id,
        Title = fact.Title.In(language),
        Kind = WireName.Of(fact.Kind),
        Unit = fact.Unit,
        Codes = fact.Codes.Filled(),
        Derived = fact.Derived ? true : null,
    };
}
