using Cds.CdsHooks.Cards;

namespace Cds.CdsHooks.Delivery;

/// <summary>A suggestion.</summary>
public sealed record WireSuggestion
{
    /// <summary>Label.</summary>
    public required string Label { get; init; }

    /// <summary>Fresh for every answer.</summary>
    public required Guid Uuid { get; init; }

    /// <summary>Present and true for the one to choose.</summary>
    public bool? IsRecommended { get; init; }

    /// <summary>What accepting it does; all of it together.</summary>
    public required IEnumerable<WireCardAction> Actions { get; init; }

    internal static WireSuggestion Of(CardSuggestion suggestion) => new()
    {
        Label = suggestion.Label,
        Uuid = suggestion.Uuid,
        IsRecommended = suggestion.IsRecommended ? true : null,
        Actions = suggestion.Actions.Select(WireCardAction.Of),
    };
}
