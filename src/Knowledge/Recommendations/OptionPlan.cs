using System.Collections.Concurrent;

namespace Cds.Knowledge.Recommendations;

/// <summary>What of an option is the same for every patient, found out once for a knowledge base.</summary>
internal sealed class OptionPlan
{
    private OptionPlan(KnowledgeBase knowledge, RecommendationDefinition recommendation, OptionDefinition option, Func<Drug, IReadOnlyList<Route?>, DrugInUse> uses)
    {
        Subject = OptionSubject.Of(knowledge, recommendation, option.Id);
        Rules = [.. option.Rules, .. Subject.Drugs.SelectMany(drug => drug.Rules.Where(rule => rule.Standing < Standing.Caution))];
        Uses = [.. Subject.Drugs.Select(drug => uses(drug, Subject.RoutesOf(drug, option)))];
        Treatments = option.AgainstMyeloma ? [.. Subject.Drugs.Where(drug => drug.IsTreatment)] : [];
        Classes = [.. Treatments.Select(drug => drug.Class is { } id ? knowledge.DrugClasses[id] : null).OfType<DrugClass>().Where(drugClass => drugClass.RefractoryAsClass is not null).Distinct()];
        ToConfirm = [.. Subject.Drugs.SelectMany(drug => drug.ToConfirm)];
        Evidence = [.. option.Evidence, .. Subject.Evidence];
    }

    /// <summary>What its id names.</summary>
    public OptionSubject Subject { get; }

    /// <summary>The rules that change its standing: its own, and those of its drugs that ask for less than care.</summary>
    public StandingRule[] Rules { get; }

    /// <summary>Its drugs by the routes by which it gives them.</summary>
    public DrugInUse[] Uses { get; }

    /// <summary>Its drugs against myeloma.</summary>
    public Drug[] Treatments { get; }

    /// <summary>Of these the classes of which refractoriness to one drug speaks against all.</summary>
    public DrugClass[] Classes { get; }

    /// <summary>What its drugs ask to confirm.</summary>
    public ConfirmationRule[] ToConfirm { get; }

    /// <summary>Trial evidence, its own first.</summary>
    public Evidence[] Evidence { get; }

    /// <summary>The plans of a knowledge base, each made when it is first asked for.</summary>
    internal sealed class Table(KnowledgeBase knowledge)
    {
        private readonly ConcurrentDictionary<OptionDefinition, OptionPlan> _plans = new(ReferenceEqualityComparer.Instance);
        private readonly ConcurrentDictionary<(string Drug, string Routes), DrugInUse> _uses = new();

        /// <summary>The knowledge base that they are of.</summary>
        public KnowledgeBase Knowledge => knowledge;

        /// <summary>The plan of an option of a recommendation.</summary>
        public OptionPlan Of(RecommendationDefinition recommendation, OptionDefinition option) =>
            _plans.TryGetValue(option, out OptionPlan? plan) ? plan : _plans.GetOrAdd(option, new OptionPlan(knowledge, recommendation, option, UseOf));

        private DrugInUse UseOf(Drug drug, IReadOnlyList<Route?> routes) => _uses.GetOrAdd((drug.Id, string.Join(',', routes)), _ => DrugInUse.Of(drug, routes));
    }
}
