using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Recommendations;

/// <summary>One thing that can be wrong with an order: the cases of a rule that hold for the same drug share a card.</summary>
public sealed record OrderCase
{
    /// <summary>Id within the rule.</summary>
    public required string Id { get; init; }

    /// <summary>When it holds, seen from the orders of one drug. Unknown leaves it open, with the facts that would decide it.</summary>
    public required Criterion When { get; init; }

    /// <summary>
    /// A few words that say what is wrong, joined in the summary; <c>{drug}</c>, <c>{reasons}</c> (of the drug's own rules), <c>{dose}</c> and
    /// <c>{limit}</c> (ordered and planned dose), <c>{often}</c> and <c>{planned-often}</c> (ordered and planned doses in a week), <c>{band}</c> (the line of the dose table), <c>{others}</c> (the other orders or drugs concerned).
    /// </summary>
    public required LocalizedText Finding { get; init; }

    /// <summary>The same in fewer words, for a summary that would otherwise be too long; may be null.</summary>
    public LocalizedText? Brief { get; init; }

    /// <summary>Explanation; may be null.</summary>
    public LocalizedText? Detail { get; init; }

    /// <summary>Card indicator; critical only for what can harm.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>What it offers.</summary>
    public IReadOnlyList<OptionDefinition> Options { get; init; } = [];

    /// <summary>How a drug stands that runs already and for which it holds; null where only a draft can be judged.</summary>
    public RunningStanding? Running { get; init; }

    /// <summary>A recommendation whose options it offers as well, or null.</summary>
    public string? OptionsOf { get; init; }

    /// <summary>What to confirm, while true or unknown.</summary>
    public IReadOnlyList<ConfirmationRule> ToConfirm { get; init; } = [];

    /// <summary>The lines of a dose table that it holds orders against; null for a case that says all itself.</summary>
    public BandsOfCase? Bands { get; init; }

    /// <summary>Every criterion it is made of.</summary>
    public IEnumerable<Criterion> Criteria() => [When, .. ToConfirm.Select(rule => rule.When), .. Options.SelectMany(option => option.Criteria())];
}
