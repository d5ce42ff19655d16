using System.Collections.Frozen;
using System.Text.Json;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Cards.Glance;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Data;
using Cds.CdsHooks.Delivery;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Wire;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Cards;

/// <summary>Composes cards of hand-built assessments.</summary>
internal static class CardBench
{
    public static AsOf AsOf { get; } = AsOf.EndOf(new DateOnly(2026, 11, 20));

    public static Conclusion Diagnosis { get; } = Determined("diagnosis", "multiple-myeloma");

    public static Conclusion Untreated { get; } = Determined("therapy.phase", "untreated");

    /// <summary>The small knowledge base with the conclusions that cards ask for by the part they play.</summary>
    public static KnowledgeBase Knowledge { get; } = WithStages(SmallKnowledge.Base);

    public static Recommendation Due { get; } = Of(SmallKnowledge.Prophylaxis);

    public static Conclusion Determined(string id, string value, params Basis[] basis) => new()
    {
        Id = id,
        Title = SmallKnowledge.Text(id),
        Value = new CodeAnswer(value),
        Possible = [new CodeAnswer(value)],
        Basis = basis,
        Citations = [SmallKnowledge.Citation],
    };

    public static Conclusion Open(string id, string[] possible, params string[] missing) => new()
    {
        Id = id,
        Title = SmallKnowledge.Text(id),
        Possible = [.. possible.Select(value => new CodeAnswer(value))],
        Missing = missing,
        Citations = [SmallKnowledge.Citation],
    };

    public static Recommendation Of(RecommendationDefinition definition, RecommendationStatus status = RecommendationStatus.Due, params Option[] options) => new()
    {
        Definition = definition,
        Status = status,
        Summary = definition.Summary,
        Urgency = definition.Urgency,
        Options = options.Length > 0 ? options : [.. definition.Options.Select(option => Option(option.Id, option.Standing))],
    };

    public static Option Option(string id, Standing standing, params Order[] orders) => new()
    {
        Id = id,
        Title = SmallKnowledge.Text(id),
        Standing = standing,
        Orders = standing == Standing.Avoid ? [] : orders.Length > 0 ? orders : [SmallKnowledge.Order(id)],
    };

    public static Basis Basis(string fact, decimal value, string resource = "Observation/1") => new()
    {
        Fact = fact,
        Title = SmallKnowledge.Text(fact),
        Value = new QuantityValue(ValueRange.Exactly(value)),
        Unit = "g/dL",
        Date = "2026-10-01",
        Resource = resource,
    };

    public static CardContext Context(IReadOnlyList<Conclusion> conclusions, IReadOnlyList<Recommendation> recommendations, params Note[] notes) => new(
        new Assessment("Patient/p1", "2026-11-20", conclusions, recommendations, notes),
        new PatientData(new PatientFacts { Subject = "Patient/p1", Notes = notes }, CodeSystemsInUse.None),
        AsOf,
        Language.English,
        "https://cds.example.org");

    public static IReadOnlyList<Card> Compose(CardContext context, Action<CdsOptions>? configure = null)
    {
        CdsOptions options = Options(configure);
        return new DetailForm(Microsoft.Extensions.Options.Options.Create(options)).Write(Drafts(context, options), context.Language);
    }

    /// <summary>The draft of a card, with its long form.</summary>
    public static CardDraft Draft(CardContext context, string id) => Assert.Single(Drafts(context, new CdsOptions()), draft => draft.Card.Assessment.Id == id);

    private static CdsOptions Options(Action<CdsOptions>? configure)
    {
        var options = new CdsOptions();
        configure?.Invoke(options);
        return options;
    }

    private static IReadOnlyList<CardDraft> Drafts(CardContext context, CdsOptions options)
    {
        KnowledgeBase knowledge = Knowledge;
        var titles = new KnowledgeTitles(knowledge);
        var sources = new CardSources(knowledge);
        var adaptations = new AdaptationsOfRules(knowledge);
        var decisive = new DecisiveData(knowledge);
        var names = new OptionNames(knowledge);
        var facts = new GlanceFacts(knowledge, decisive);
        var drafts = new DraftResources(knowledge, CodeMap.ReadEmbedded());
        return new CardComposer(
            new RecommendationCard(knowledge, sources, new OptionLines(knowledge, titles), decisive, facts, new SuggestionComposer(drafts, new OrderPanels(knowledge), names), names, adaptations),
            new StagingCard(knowledge, sources, new StageLines(knowledge, titles), new StageRemarks(knowledge), facts, adaptations),
            new MissingDataCard(knowledge, new MissingData(knowledge), sources, drafts, titles),
            new NotCoveredCard(knowledge),
            new CardLimit(Microsoft.Extensions.Options.Options.Create(options))).Compose(context);
    }

    private static KnowledgeBase WithStages(KnowledgeBase small)
    {
        ConclusionDefinition[] conclusions =
        [
            new Cds.Knowledge.Conclusions.Diagnosis { Id = Diagnosis.Id, Title = Diagnosis.Title, Citations = Diagnosis.Citations, Rows = [], Evidence = new Always() },
            Computed(Untreated.Id, Computation.Phase),
            Computed("therapy.lines", Computation.Lines),
            Table("staging.r-iss", new StagingCardPlace(1, StagingCardPart.Stage, true)),
            Table("staging.iss", new StagingCardPlace(2, StagingCardPart.Main, true)),
            Table("risk.cytogenetics", new StagingCardPlace(3, StagingCardPart.Risk, true)),
        ];
        return small with
        {
            Conclusions = conclusions,
            ConclusionsById = conclusions.ToFrozenDictionary(c => c.Id),
            OverrideReasons = small.OverrideReasons.Values.Select(r => r.Id == "already-ordered" ? r with { PlaceForMissingData = 1 } : r).ToFrozenDictionary(r => r.Id),
        };
    }

    private static ComputedConclusion Computed(string id, Computation computation) => new()
    {
        Id = id,
        Title = SmallKnowledge.Text(id),
        Citations = [SmallKnowledge.Citation],
        Computation = computation,
        KnownValues = [],
        Steps = [],
    };

    private static DecisionTable Table(string id, StagingCardPlace place) => new()
    {
        Id = id,
        Title = SmallKnowledge.Text(id),
        Citations = [SmallKnowledge.Citation],
        Rows = [.. new[] { "I", "II", "III" }.Select(stage => new DecisionRow(stage, new Always()))],
        StagingCard = place,
    };

    public static Card Card(CardContext context, string id, Action<CdsOptions>? configure = null) =>
        Assert.Single(Compose(context, configure), card => card.Assessment.Id == id);

    /// <summary>The card with its detail in the long form.</summary>
    public static Card InFull(CardContext context, string id) => Card(context, id, options => options.Cards.Detail = CardsOptions.FullDetail);

    public static JsonElement Written(IReadOnlyList<Card> cards, Language language = Language.English)
    {
        return JsonDocument.Parse(JsonAnswer.Compose(WireCards.Of(new ShownCards(cards, []), language), CardJson.Default.WireCards)).RootElement;
    }

    public static CardContext WithIncomplete(this CardContext context, params PrefetchValue[] incomplete) => context with { Data = context.Data with { Incomplete = incomplete } };

    public static PrefetchValue NotSent(string resourceType) =>
        new(new PrefetchTemplate("key", resourceType, resourceType + "?patient={{context.patientId}}"), PrefetchState.NotSent, null);
}
