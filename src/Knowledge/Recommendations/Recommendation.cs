namespace Cds.Knowledge.Recommendations;

/// <summary>What the guideline says to do for this patient.</summary>
public sealed record Recommendation
{
    /// <summary>The definition it was evaluated from.</summary>
    public required RecommendationDefinition Definition { get; init; }

    /// <summary>Stable id, for example <c>prophylaxis.herpes-zoster</c>.</summary>
    public string Id => Definition.Id;

    /// <summary>Whether to act, already done, or a missing fact decides.</summary>
    public required RecommendationStatus Status { get; init; }

    /// <summary>One sentence for the top of a card, already filled in.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>The advice in one sentence, where its definition has one for this patient; null for the one of the definition.</summary>
    public LocalizedText? Advice { get; init; }

    /// <summary>Summary and advice where its options rank otherwise, as in one ranking with those of another; null where it has none of its own.</summary>
    internal Func<IReadOnlyList<Option>, Headline>? HeadlineFor { get; init; }

    /// <summary>How urgent the card is; a recommendation may be raised or lowered for this patient.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>Options, the first one ranks first.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>Options that were left out and why (shown on request).</summary>
    public IReadOnlyList<ExcludedOption> Excluded { get; init; } = [];

    /// <summary>For <see cref="RecommendationStatus.NotApplicable"/>: the conditions that do not hold; empty when every option was left out.</summary>
    public IReadOnlyList<Criterion> NotHolding { get; init; } = [];

    /// <summary>The data used.</summary>
    public IReadOnlyList<Basis> Basis { get; init; } = [];

    /// <summary>
    /// While indeterminate the fact ids (or drug ids) that would decide it; otherwise those that would change how urgent it is, and the body measures without
    /// which a dose of its options stays open.
    /// </summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What a person has to confirm before acting.</summary>
    public IReadOnlyList<LocalizedText> ToConfirm { get; init; } = [];

    /// <summary>Further explanation for this patient.</summary>
    public IReadOnlyList<LocalizedText> Information { get; init; } = [];

    /// <summary>The draft orders that it is about; empty outside the order hooks.</summary>
    public IReadOnlyList<DraftOrder> JudgedOrders { get; init; } = [];

    /// <summary>Ids of the cases of an order rule that hold.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];
}

/// <summary>Status of a recommendation. One that does not apply is absent unless an explanation of everything is asked for.</summary>
public enum RecommendationStatus
{
    /// <summary>Act on it.</summary>
    Due,

    /// <summary>Already done.</summary>
    Satisfied,

    /// <summary>A missing fact decides.</summary>
    Indeterminate,

    /// <summary>Does not apply; listed only where everything is to be explained.</summary>
    NotApplicable,
}

/// <summary>Card indicator of CDS Hooks.</summary>
public enum Urgency
{
    /// <summary>For information.</summary>
    Info,

    /// <summary>Should be dealt with.</summary>
    Warning,

    /// <summary>Can harm the patient.</summary>
    Critical,
}

/// <summary>One thing that can be done.</summary>
public sealed record Option
{
    /// <summary>Regimen, drug, fact or other option id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>How it stands for this patient.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Why it stands so, the most important first; codes where other code relies on them (<c>off-label</c>).</summary>
    public IReadOnlyList<OptionReason> Reasons { get; init; } = [];

    /// <summary>Its place among options of equal standing.</summary>
    internal Precedence Precedence { get; init; } = Precedence.Plain;

    /// <summary>What to confirm before choosing it.</summary>
    public IReadOnlyList<LocalizedText> ToConfirm { get; init; } = [];

    /// <summary>Trial evidence, as data.</summary>
    public IReadOnlyList<Therapy.Evidence> Evidence { get; init; } = [];

    /// <summary>Orders that carry it out; empty when it is only listed. Never filled for <see cref="Standing.Avoid"/>.</summary>
    public IReadOnlyList<Order> Orders { get; init; } = [];

    /// <summary>Fact and examination ids of the examinations among its orders.</summary>
    public IEnumerable<string> Examinations => Orders is OptionOrders orders ? orders.Examinations : Orders.OfType<ServiceOrder>().Select(order => order.For);

    /// <summary>The orders that change or remove one that was sent.</summary>
    public IEnumerable<Order> Changes => Orders is OptionOrders { ChangesOrders: false } ? [] : Orders.Where(order => order is DoseChange or OrderRemoval);
}

/// <summary>Place of an option among those of equal standing, the first first.</summary>
internal enum Precedence
{
    /// <summary>Preferred for this patient; a reason says why.</summary>
    Preferred,

    /// <summary>Nothing moves it.</summary>
    Plain,

    /// <summary>Another list that holds for the patient gives it a lesser standing.</summary>
    PutBehind,
}

/// <summary>A reason for the standing of an option.</summary>
/// <param name="Code">Stable code, for example <c>off-label</c>, <c>interstitial-lung-disease</c>; null for plain explanations.</param>
/// <param name="Text">Reason for readers.</param>
/// <param name="Basis">The data behind it.</param>
public sealed record OptionReason(string? Code, LocalizedText Text, IReadOnlyList<Basis> Basis);

/// <summary>An option that a document lists but that is not usable for this patient.</summary>
/// <param name="Id">Option id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Reason">Why it was left out.</param>
public sealed record ExcludedOption(string Id, LocalizedText Title, OptionReason Reason)
{
    /// <summary>The condition under which the document lists it and which does not hold here; null when it was left out for another reason.</summary>
    public Criterion? ListedWhen { get; init; }
}
