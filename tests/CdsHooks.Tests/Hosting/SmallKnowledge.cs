using System.Collections.Frozen;
using Cds.CdsHooks.LocalKnowledge;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Approvals;
using Cds.Knowledge.Computations;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Units;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Hosting;

/// <summary>
/// A knowledge base of a few entries, for tests of the web layer that must not change with clinical content: everybody has myeloma, aciclovir
/// is due for everybody.
/// </summary>
internal static class SmallKnowledge
{
    public static Citation Citation { get; } = Question("guide", "CQ1");

    /// <summary>A clinical question of a document, in a chapter.</summary>
    public static Citation Question(string document, string question, string? chapter = null) =>
        new(new DocumentPart(document, question, Text(question), PartKind.Question) { Within = chapter });

    public static LocalizedText Text(string text) => new(text, text + "（日本語）");

    public static RecommendationDefinition Prophylaxis { get; } = new()
    {
        Id = "prophylaxis.herpes-zoster",
        Title = Text("Herpes zoster prophylaxis"),
        Topic = "prophylaxis",
        Grade = new LocalizedText("2A", "2A"),
        Urgency = Urgency.Warning,
        Summary = Text("Start aciclovir"),
        Detail = Text("Proteasome inhibitors reactivate the virus."),
        Applies = new Always(),
        Options =
        [
            new OptionDefinition { Id = "acyclovir", Standing = Standing.Recommended, Orders = [Order("acyclovir")] },
            new OptionDefinition { Id = "valacyclovir", Standing = Standing.Alternative, Orders = [Order("valacyclovir")] },
        ],
        OverrideReasons = ["contraindicated"],
        Citations = [Citation],
    };

    public static KnowledgeBase Base { get; } = Build();

    /// <summary>A knowledge base with the codes that ship.</summary>
    public static SiteKnowledge Site(KnowledgeBase knowledge) => new(knowledge, CodeMap.ReadEmbedded());

    public static DrugOrder Order(string drug) => new()
    {
        DrugId = drug,
        Route = Route.Oral,
        DoseAmount = 200,
        DoseUnit = "mg",
        Frequency = new Frequency(1, 1, "d"),
        Text = Text(drug + " 200 mg once a day"),
        Reason = Text("prophylaxis"),
    };

    private static KnowledgeBase Build()
    {
        var diagnosis = new DecisionTable
        {
            Id = "diagnosis",
            Title = Text("Diagnosis"),
            Citations = [Citation],
            Rows = [new DecisionRow("multiple-myeloma", new Always())],
        };
        return new KnowledgeBase
        {
            Version = "0.0.1",
            DocumentOrder = ["guide", "trial-1", "label-1"],
            Documents = Of(d => d.Id,
                new Document("guide", Text("Guide 2023"), Text("The guide, 3rd edition"), "2023", DocumentKind.Guideline),
                new Document("trial-1", Text("Trial 1"), Text("Protocol of trial 1"), "2021", DocumentKind.Protocol),
                new Document("label-1", Text("Label 1"), Text("Label of a drug"), "2024", DocumentKind.Label)),
            // The facts that ship say in which prefetch key each code is asked for; a few are the small one's own.
            Facts = Facts(
                new FactDefinition { Id = "albumin", Title = Text("albumin"), Kind = FactKind.Quantity, Unit = "g/dL", Order = new OrderCode("http://loinc.org", "1751-7") },
                new FactDefinition { Id = "ldh", Title = Text("LDH"), Kind = FactKind.Quantity, Unit = "U/L", Order = new OrderCode("http://loinc.org", "2532-0") },
                new FactDefinition { Id = "ecog", Title = Text("ECOG performance status"), Kind = FactKind.Number },
                new FactDefinition { Id = "age", Title = Text("age"), Kind = FactKind.Number, Derived = true }),
            Conditions = Of<ConditionDefinition>(c => c.Id),
            Procedures = Of<ProcedureDefinition>(p => p.Id),
            Drugs = Of(d => d.Id,
                new Drug { Id = "acyclovir", Title = Text("aciclovir"), IntervalDays = 1 },
                new Drug { Id = "valacyclovir", Title = Text("valaciclovir"), IntervalDays = 1 },
                new Drug { Id = "bortezomib", Title = Text("bortezomib"), IntervalDays = 7, IsAntiMyeloma = true }),
            DrugClasses = Of<DrugClass>(c => c.Id),
            Regimens = Of(r => r.Id, new Regimen
            {
                Id = "bd",
                Title = Text("Bd"),
                Citations = [Citation],
                Drugs = [new RegimenDrug { Drug = "bortezomib", DoseAmount = 1.3m, DoseUnit = "mg/m2", Route = Route.Subcutaneous, Source = Question("label-1", "dose") }],
            }),
            Actions = Of<ActionDefinition>(a => a.Id),
            Approvals = ApprovalTable.Empty,
            OverrideReasons = Of(r => r.Id, new OverrideReason("contraindicated", Text("Contraindicated"), true) { Standard = "patient-contraindication" }, new OverrideReason("already-ordered", Text("Already ordered"), false)),
            Limits = Of<Limit>(l => l.Id),
            Computations = KnowledgeBaseReader.ReadEmbedded().Computations,
            Conclusions = [diagnosis],
            ConclusionsById = Of<ConclusionDefinition>(c => c.Id, diagnosis),
            Recommendations = [Prophylaxis],
            UnitSpellings = UnitSpellings.None,
        };
    }

    private static FrozenDictionary<string, FactDefinition> Facts(params FactDefinition[] own)
    {
        FrozenDictionary<string, FactDefinition> shipped = KnowledgeBaseReader.ReadEmbedded().Facts;
        return shipped.Values.Where(fact => own.All(f => f.Id != fact.Id)).Concat(own.Select(f => f with { Prefetch = shipped[f.Id].Prefetch })).ToFrozenDictionary(f => f.Id);
    }

    private static FrozenDictionary<string, T> Of<T>(Func<T, string> id, params T[] entries) => entries.ToFrozenDictionary(id);
}
