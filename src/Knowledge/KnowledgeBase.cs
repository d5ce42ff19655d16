using System.Collections.Frozen;
using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Approvals;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Modules;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Units;

namespace Cds.Knowledge;

/// <summary>Everything the service knows, by id. Immutable; built and checked by <see cref="Loading.KnowledgeBaseReader"/>.</summary>
public sealed record KnowledgeBase
{
    // Found when first asked for; a copy of the record (another formulary) finds its own.
    private KnowledgeRoles? _roles;
    private KnowledgeNumbers? _numbers;
    private OptionPlan.Table? _options;

    /// <summary>Semantic version of the content.</summary>
    public required string Version { get; init; }

    /// <summary>Document ids in the order of the file, the five of the project first.</summary>
    public required IReadOnlyList<string> DocumentOrder { get; init; }

    /// <summary>Source documents, the five of the project first.</summary>
    public required FrozenDictionary<string, Document> Documents { get; init; }

    /// <summary>Facts.</summary>
    public required FrozenDictionary<string, FactDefinition> Facts { get; init; }

    /// <summary>Conditions.</summary>
    public required FrozenDictionary<string, ConditionDefinition> Conditions { get; init; }

    /// <summary>Procedures.</summary>
    public required FrozenDictionary<string, ProcedureDefinition> Procedures { get; init; }

    /// <summary>Drugs.</summary>
    public required FrozenDictionary<string, Drug> Drugs { get; init; }

    /// <summary>Drug classes.</summary>
    public required FrozenDictionary<string, DrugClass> DrugClasses { get; init; }

    /// <summary>Regimens.</summary>
    public required FrozenDictionary<string, Regimen> Regimens { get; init; }

    /// <summary>Trials that regimens and rules name.</summary>
    public FrozenDictionary<string, Trial> Trials { get; init; } = FrozenDictionary<string, Trial>.Empty;

    /// <summary>Other actions that options name.</summary>
    public required FrozenDictionary<string, ActionDefinition> Actions { get; init; }

    /// <summary>What drugs are approved for, with dates.</summary>
    public required ApprovalTable Approvals { get; init; }

    /// <summary>Modules beside the documents that are switched on.</summary>
    public IReadOnlyList<KnowledgeModule> Modules { get; init; } = [];

    /// <summary>Override reasons.</summary>
    public required FrozenDictionary<string, OverrideReason> OverrideReasons { get; init; }

    /// <summary>The numbers that code computes with, as the files write them.</summary>
    public required FrozenDictionary<string, Limit> Limits { get; init; }

    /// <summary>The same numbers, typed for the code.</summary>
    public required ComputationLimits Computations { get; init; }

    /// <summary>Which facts the computations read.</summary>
    public ComputedFacts ComputedFacts { get; init; } = ComputedFacts.None;

    /// <summary>Conclusions, in an order in which each comes after those it reads.</summary>
    public required IReadOnlyList<ConclusionDefinition> Conclusions { get; init; }

    /// <summary>A conclusion by id.</summary>
    public ConclusionDefinition Conclusion(string id) => ConclusionsById[id];

    /// <summary>The conclusions by id.</summary>
    public required FrozenDictionary<string, ConclusionDefinition> ConclusionsById { get; init; }

    /// <summary>The names of the values of a conclusion; none when nothing has the id.</summary>
    public IReadOnlyDictionary<string, LocalizedText> ValueTitlesOf(string conclusion) =>
        ConclusionsById.TryGetValue(conclusion, out ConclusionDefinition? definition) ? definition.ValueTitles : FrozenDictionary<string, LocalizedText>.Empty;

    /// <summary>Which entries play the parts that code asks for.</summary>
    public KnowledgeRoles Roles => _roles is { } known && ReferenceEquals(known.Knowledge, this) ? known : _roles = new KnowledgeRoles(this);

    /// <summary>The numbers of the entries.</summary>
    internal KnowledgeNumbers Numbers => _numbers is { } known && known.AreOf(this) ? known : _numbers = new KnowledgeNumbers(this);

    /// <summary>What of the options is the same for every patient.</summary>
    internal OptionPlan.Table Options => _options is { } known && ReferenceEquals(known.Knowledge, this) ? known : _options = new OptionPlan.Table(this);

    /// <summary>The name of anything that rules or options can name; null when nothing has the id.</summary>
    public LocalizedText? TitleOf(string id) =>
        Facts.TryGetValue(id, out FactDefinition? fact) ? fact.Title
        : Conditions.TryGetValue(id, out ConditionDefinition? condition) ? condition.Title
        : Drugs.TryGetValue(id, out Drug? drug) ? drug.Title
        : DrugClasses.TryGetValue(id, out DrugClass? drugClass) ? drugClass.Title
        : Regimens.TryGetValue(id, out Regimen? regimen) ? regimen.Title
        : Procedures.TryGetValue(id, out ProcedureDefinition? procedure) ? procedure.Title
        : Actions.TryGetValue(id, out ActionDefinition? action) ? action.Title
        : ConclusionsById.TryGetValue(id, out ConclusionDefinition? conclusion) ? conclusion.Title
        : HistoryParts.Titles.GetValueOrDefault(id);

    /// <summary>The title of anything that has an id, or the id itself where nothing has it.</summary>
    public LocalizedText NameOf(string id) => TitleOf(id) ?? new LocalizedText(id, id);

    /// <summary>
    /// The name of an option. Where a fact and an action share an id (<c>calcium</c>), the option is the action when it orders a drug and
    /// the examination otherwise.
    /// </summary>
    public LocalizedText TitleOf(OptionDefinition option) =>
        option.Orders.Any(order => order is DrugOrder) && Actions.TryGetValue(option.Id, out ActionDefinition? action) ? action.Title
        : NameOf(option.Id);

    /// <summary>The drugs of a regimen that are off-label for what it is meant for, as the table of approvals ends.</summary>
    public IEnumerable<string> OffLabelDrugs(Regimen regimen) =>
        regimen.Drugs.Select(d => d.Drug).Distinct().Where(drug => Approvals.IsOffLabel(drug, regimen.Conditions, null));

    /// <summary>Recommendations, by <see cref="RecommendationDefinition.Place"/>.</summary>
    public required IReadOnlyList<RecommendationDefinition> Recommendations { get; init; }

    /// <summary>Spellings of units that systems really send, mapped to UCUM.</summary>
    public required UnitSpellings UnitSpellings { get; init; }

    /// <summary>How places of the documents that leave room, or that differ, are read.</summary>
    public IReadOnlyList<Interpretation> Interpretations { get; init; } = [];

    /// <summary>Vignette files of the site's overlay.</summary>
    public IReadOnlyList<KnowledgeFile> LocalVignettes { get; init; } = [];

    /// <summary>What this site cannot give.</summary>
    public Formulary Formulary { get; init; } = Formulary.Unrestricted;

    /// <summary>By the id of a rule, regimen, drug or fact, what it names of entries that stand elsewhere: shared ones of <c>rules/</c>, limits, windows, approvals.</summary>
    public FrozenDictionary<string, IReadOnlyList<string>> NamedBy { get; init; } = FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>What the site's overlay changes, in the order of its files; empty for the knowledge that ships.</summary>
    public IReadOnlyList<LocalAdaptation> Adaptations { get; init; } = [];
}
