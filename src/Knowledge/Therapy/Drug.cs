using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Therapy;

/// <summary>A drug that the knowledge base reasons about.</summary>
public sealed record Drug
{
    /// <summary>Lower-case INN, kebab case.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Class id, or null.</summary>
    public string? Class { get; init; }

    /// <summary>Whether giving it is anti-myeloma treatment (corticosteroids are, but never count on their own).</summary>
    public bool IsAntiMyeloma { get; init; }

    /// <summary>Whether its class takes no part in lines, exposure and refractoriness (corticosteroids); filled from the class.</summary>
    public bool IsAccompanying { get; init; }

    /// <summary>Whether giving it is treatment that counts for lines, exposure and refractoriness.</summary>
    public bool IsTreatment => IsAntiMyeloma && !IsAccompanying;

    /// <summary>Whether it is a maintenance treatment when given alone.</summary>
    public bool IsMaintenanceAlone { get; init; }

    /// <summary>Drugs with which it is a maintenance treatment of two.</summary>
    public IReadOnlyList<string> MaintenanceWith { get; init; } = [];

    /// <summary>Whether so much of it in 28 days is treatment of its own (high-dose dexamethasone).</summary>
    public bool HasHighDose { get; init; }

    /// <summary>What it is given for other than treatment when the procedures around it say so.</summary>
    public IReadOnlyList<DosePurpose> GivenFor { get; init; } = [];

    /// <summary>The event that giving it is, for rules that count from it; null for none.</summary>
    public SinceEvent? Event { get; init; }

    /// <summary>Drug whose codes it shares: where this one is named, that one is not meant. Null for none.</summary>
    public string? NarrowerThan { get; init; }

    /// <summary>
    /// Days for which one recorded administration counts as running: the longest planned interval between two doses.
    /// </summary>
    public required int IntervalDays { get; init; }

    /// <summary>Text names other than the title (brand names, spellings) by which a record without a known code is recognised.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>
    /// Whether one dose is one piece of a product (a syringe, a vial), so that a record which names the product and no dose has the product's strength as its
    /// dose: the strength tells what the drug is given for.
    /// </summary>
    public bool IsOnePieceADose { get; init; }

    /// <summary>What makes it unsuitable, or asks for care, in any regimen.</summary>
    public IReadOnlyList<StandingRule> Rules { get; init; } = [];

    /// <summary>What to confirm before any suggestion that holds it.</summary>
    public IReadOnlyList<ConfirmationRule> ToConfirm { get; init; } = [];

    /// <summary>The dose table (renal function): it holds in every regimen and for every order.</summary>
    public IReadOnlyList<DoseBand> Bands { get; init; } = [];

    /// <summary>What an order says beside its usual dose while a line of <see cref="Bands"/> is undecided for the patient; null where nothing is said.</summary>
    public LocalizedText? OpenDose { get; init; }

    /// <summary>What no rule of this knowledge base judges when the drug is ordered or runs, in words; null for a drug that the documents treat.</summary>
    public LocalizedText? NotCovered { get; init; }

    /// <summary>Whether a module has rules for the rest of it: then <see cref="NotCovered"/> is a part, else all there would be to judge.</summary>
    public bool IsCoveredInPart { get; init; }

    /// <summary>What can be given of it; empty where no source was found.</summary>
    public IReadOnlyList<DrugForm> Forms { get; init; } = [];

    /// <summary>
    /// The form by which an amount is given: that of the route, or, where the route is open, the one that comes nearest to the amount. Null when
    /// none is known.
    /// </summary>
    public DrugForm? FormFor(Route? route, decimal amount, string unit) => Forms
        .Where(form => form.Unit == unit && (route is null || form.Route == route))
        .MinBy(form => Math.Abs((form.Nearest(amount) ?? 0m) - amount));

    /// <summary>Body surface area above which its dose grows no further, in m2; null when no label limits it.</summary>
    public decimal? LargestBodySurface => Forms.Min(form => form.LargestBodySurface);
}

/// <summary>A rule that changes how an option stands.</summary>
/// <param name="When">Holds when the rule applies.</param>
/// <param name="Standing">The standing it forces: caution or avoid.</param>
/// <param name="Code">Stable reason code.</param>
/// <param name="Reason">Reason for readers.</param>
/// <param name="Citations">Where it comes from.</param>
public sealed record StandingRule(Criterion When, Standing Standing, string Code, LocalizedText Reason, IReadOnlyList<Citation> Citations)
{
    /// <summary>Whether it is a line of a dose table, against which orders are held by cases of their own.</summary>
    public bool IsOfDoseBand { get; init; }

    /// <summary>The route that it is about, null for any: the label of a tablet says nothing of the infusion.</summary>
    public Route? Route { get; init; }

    /// <summary>Whether the regimen is to be given in reduced doses: one whose dose tables reduce nothing for the patient is listed and not drafted.</summary>
    public bool ReducedDoseOnly { get; init; }

    /// <summary>Whether it is about a drug given by one of these routes; an open one may be any.</summary>
    public bool IsAbout(IEnumerable<Route?> routes) => Route is null || routes.Any(route => route is null || route == Route);
}

/// <summary>Something a person has to confirm unless the data exclude it.</summary>
/// <param name="When">Shown while this is true or unknown.</param>
/// <param name="Text">What to confirm.</param>
public sealed record ConfirmationRule(Criterion When, LocalizedText Text);

/// <summary>A class of drugs.</summary>
/// <param name="Id">Class id of the contract.</param>
/// <param name="Title">Name for readers.</param>
public sealed record DrugClass(string Id, LocalizedText Title)
{
    /// <summary>Whether its drugs count for lines, exposure and refractoriness; corticosteroids never do on their own.</summary>
    public bool CountsForLines { get; init; } = true;

    /// <summary>How a sentence names a drug of it ("an anti-CD38 antibody"), where refractoriness to one drug of it speaks against all; null where it does not.</summary>
    public LocalizedText? RefractoryAsClass { get; init; }

    /// <summary>Whether ordering a drug of it is care of the myeloma, though no treatment against it.</summary>
    public bool IsMyelomaCare { get; init; }
}
