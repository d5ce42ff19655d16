using Cds.Knowledge.Criteria;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Modules;

namespace Cds.Knowledge.Recommendations;

/// <summary>A recommendation of a document, as read from its file.</summary>
public sealed record RecommendationDefinition
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Card topic code of the contract: <c>regimen</c>, <c>prophylaxis</c>, ...</summary>
    public required string Topic { get; init; }

    /// <summary>What a reader has to know of it where it is beyond the documents; null for a recommendation of theirs.</summary>
    public ModuleOrigin? Origin { get; init; }

    /// <summary>Grade of recommendation as the document prints it, for example <c>2A</c>; null when it gives none.</summary>
    public LocalizedText? Grade { get; init; }

    /// <summary>Evidence level as the document prints it.</summary>
    public string? EvidenceLevel { get; init; }

    /// <summary>Card indicator unless a rule changes it.</summary>
    public Urgency Urgency { get; init; } = Urgency.Info;

    /// <summary>Rules that change the indicator for this patient; the first that is true counts.</summary>
    public IReadOnlyList<UrgencyRule> UrgencyRules { get; init; } = [];

    /// <summary>Place among cards of equal urgency, lower first.</summary>
    public int Place { get; init; } = 100;

    /// <summary>One sentence for the top of the card; <c>{first}</c> is the title of the first option.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>Sentences that say more than <see cref="Summary"/> where they fit the patient; the first that does counts.</summary>
    public IReadOnlyList<SummaryVariant> Summaries { get; init; } = [];

    /// <summary>Explanation in a few sentences (Markdown, no HTML).</summary>
    public required LocalizedText Detail { get; init; }

    /// <summary>The advice in one sentence, for the short detail; null where <see cref="Detail"/> begins with it.</summary>
    public LocalizedText? Advice { get; init; }

    /// <summary>When it is evaluated.</summary>
    public Trigger Trigger { get; init; } = Trigger.Assessment;

    /// <summary>For <see cref="Trigger.Order"/>: what can be wrong with an order; empty otherwise.</summary>
    public IReadOnlyList<OrderCase> Cases { get; init; } = [];

    /// <summary>For <see cref="Trigger.Running"/>: reason codes of drugs that a case of an order rule judges more exactly, by the dose.</summary>
    public IReadOnlyList<string> ExceptCodes { get; init; } = [];

    /// <summary>When it applies: false makes it absent, unknown indeterminate.</summary>
    public required Criterion Applies { get; init; }

    /// <summary>When it is already done; null when it cannot be.</summary>
    public Criterion? Satisfied { get; init; }

    /// <summary>What it offers.</summary>
    public IReadOnlyList<OptionDefinition> Options { get; init; } = [];

    /// <summary>What to confirm, while true or unknown.</summary>
    public IReadOnlyList<ConfirmationRule> ToConfirm { get; init; } = [];

    /// <summary>Sentences added for this patient when their condition holds.</summary>
    public IReadOnlyList<InformationRule> Information { get; init; } = [];

    /// <summary>Override reasons that fit, by id.</summary>
    public IReadOnlyList<string> OverrideReasons { get; init; } = [];

    /// <summary>Whether its options complement each other (calcium and vitamin D); otherwise they are alternatives.</summary>
    public bool Combine { get; init; }

    /// <summary>Whether a card is made for it; false keeps it to <c>/assessments</c>.</summary>
    public bool HasCard { get; init; } = true;

    /// <summary>
    /// The question that it shares with others (<c>relapse</c>): those that hold for a patient agree on every option and make one ranking
    /// (<see cref="OneRanking"/>); null where it stands alone.
    /// </summary>
    public string? Ranking { get; init; }

    /// <summary>Trials that bear on the question as a whole; those of one option stand with it or with its regimen.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Every criterion it is made of, those of its options included.</summary>
    public IEnumerable<Criterion> Criteria() =>
    [
        Applies, .. Satisfied is { } satisfied ? new[] { satisfied } : [], .. UrgencyRules.Select(r => r.When), .. Summaries.Select(s => s.When).OfType<Criterion>(), .. ToConfirm.Select(r => r.When),
        .. Information.Select(r => r.When), .. Options.SelectMany(o => o.Criteria()), .. Cases.SelectMany(c => c.Criteria()),
    ];
}

/// <summary>What a recommendation is evaluated for.</summary>
public enum Trigger
{
    /// <summary>The patient: assessments and the chart.</summary>
    Assessment,

    /// <summary>An order being written.</summary>
    Order,

    /// <summary>The drugs that run, judged by their own rules and by the cases of order rules that say so.</summary>
    Running,
}

/// <summary>A summary for some patients.</summary>
/// <param name="When">Holds for them; null for all.</param>
/// <param name="First">One of these options has to rank first; empty for any.</param>
/// <param name="Text">The sentence, with its placeholders.</param>
/// <param name="Advice">The advice that goes with it; null for that of the recommendation.</param>
public sealed record SummaryVariant(Criterion? When, IReadOnlyList<string> First, LocalizedText Text, LocalizedText? Advice = null);

/// <summary>Changes the indicator for a patient.</summary>
/// <param name="When">Holds when it applies.</param>
/// <param name="Urgency">The indicator then.</param>
public sealed record UrgencyRule(Criterion When, Urgency Urgency);

/// <summary>An option of a recommendation, as read from its file.</summary>
public sealed record OptionDefinition
{
    /// <summary>Regimen, drug, fact or other option id; its kind follows from where the id is defined.</summary>
    public required string Id { get; init; }

    /// <summary>Standing when no rule changes it.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Why it stands so; may be null.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>Listed only while this is not false; null for always.</summary>
    public Criterion? When { get; init; }

    /// <summary>Rules that change its standing.</summary>
    public IReadOnlyList<StandingRule> Rules { get; init; } = [];

    /// <summary>Moves it to the front among options of equal standing.</summary>
    public IReadOnlyList<InformationRule> PreferredWhen { get; init; } = [];

    /// <summary>Stays listed although it holds a drug the disease is refractory to (contract: bad, pan-bd, bd-pace, bdt-pace).</summary>
    public bool KeepWhenRefractory { get; init; }

    /// <summary>
    /// False where its drugs are given for another purpose than against myeloma (lymphodepletion, toxicity): refractoriness then does not matter.
    /// </summary>
    public bool AgainstMyeloma { get; init; } = true;

    /// <summary>Orders that carry it out; a regimen brings its own.</summary>
    public IReadOnlyList<Order> Orders { get; init; } = [];

    /// <summary>Trial evidence of the option itself; a regimen brings its own.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Where it comes from, when narrower than the recommendation.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>Every criterion it is made of.</summary>
    public IEnumerable<Criterion> Criteria() =>
    [
        .. When is { } when ? new[] { when } : [], .. Rules.Select(r => r.When), .. PreferredWhen.Select(r => r.When),
        .. Orders.Select(o => o.When).OfType<Criterion>(),
    ];
}
