using System.Collections.Immutable;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>
/// In which situations (diagnosis and phase of treatment) a criterion can hold at all. What says nothing about the two can hold in any; a conclusion
/// only where it applies.
/// </summary>
internal sealed class Situations
{
    private const string PhaseId = "therapy.phase";

    private readonly Dictionary<string, ConclusionDefinition> _conclusions;
    private readonly Dictionary<string, ImmutableHashSet<Situation>> _scopes = [];
    private readonly Dictionary<Criterion, ImmutableHashSet<Situation>> _known = new(ReferenceEqualityComparer.Instance);

    public Situations(IEnumerable<ConclusionDefinition> conclusions)
    {
        _conclusions = conclusions.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        Diagnosis? diagnosis = _conclusions.Values.OfType<Diagnosis>().FirstOrDefault();
        DiagnosisId = diagnosis?.Id ?? "";
        Diagnoses = diagnosis?.Values ?? [];
        Phases = _conclusions.GetValueOrDefault(PhaseId)?.Values ?? [];
        All = [.. Diagnoses.SelectMany(_ => Phases, (d, p) => new Situation(d, p))];
    }

    /// <summary>The conclusion that names the diagnosis; empty when there is none.</summary>
    public string DiagnosisId { get; }

    /// <summary>Every diagnosis.</summary>
    public IReadOnlyList<string> Diagnoses { get; }

    /// <summary>Every phase.</summary>
    public IReadOnlyList<string> Phases { get; }

    /// <summary>Every situation.</summary>
    public ImmutableHashSet<Situation> All { get; }

    /// <summary>Where a criterion can be true.</summary>
    public ImmutableHashSet<Situation> Of(Criterion criterion) => _known.TryGetValue(criterion, out ImmutableHashSet<Situation>? known) ? known : _known[criterion] = Find(criterion);

    /// <summary>Where a conclusion is part of the answer.</summary>
    public ImmutableHashSet<Situation> ScopeOf(string conclusion)
    {
        if (_scopes.TryGetValue(conclusion, out ImmutableHashSet<Situation>? known)) return known;
        // A circle is reported elsewhere; it must not keep the checks from ending.
        _scopes[conclusion] = All;
        ImmutableHashSet<Situation> scope = _conclusions.TryGetValue(conclusion, out ConclusionDefinition? definition) ? Of(definition.Applies) : All;
        _scopes[conclusion] = scope;
        return scope;
    }

    /// <summary>Where both hold. Most criteria say nothing about a situation: then nothing has to be compared.</summary>
    public ImmutableHashSet<Situation> Both(ImmutableHashSet<Situation> one, ImmutableHashSet<Situation> other) =>
        ReferenceEquals(other, All) || ReferenceEquals(one, other) ? one : ReferenceEquals(one, All) ? other : one.Intersect(other);

    private ImmutableHashSet<Situation> Either(ImmutableHashSet<Situation> one, ImmutableHashSet<Situation> other) =>
        ReferenceEquals(one, All) || ReferenceEquals(other, All) ? All : one.Union(other);

    /// <summary>Situations in the words of the ids, grouped by diagnosis.</summary>
    public string Words(IReadOnlyCollection<Situation> situations) => string.Join(", ", situations.GroupBy(s => s.Diagnosis).OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => g.Count() == Phases.Count ? g.Key : $"{g.Key} ({string.Join(", ", g.Select(s => s.Phase).Order(StringComparer.Ordinal))})"));

    private ImmutableHashSet<Situation> Find(Criterion criterion) => criterion switch
    {
        AllOf all => all.Parts.Aggregate(All, (scope, part) => Both(scope, Of(part))),
        AnyOf any => any.Parts.Aggregate(ImmutableHashSet<Situation>.Empty, (scope, part) => Either(scope, Of(part))),
        NoneOf none => none.Parts.Aggregate(All, (scope, part) => Both(scope, Denied(part))),
        Proven proven => Of(proven.Part),
        ConclusionIs test when Asked(test) is { } asked => asked,
        ConclusionIs or ConclusionComparison or ConclusionContains or ConclusionHasAny or ConclusionKnown =>
            criterion.Dependencies().Select(r => ScopeOf(r.Id)).Aggregate(All, Both),
        _ => All,
    };

    private ImmutableHashSet<Situation> Denied(Criterion criterion) => criterion switch
    {
        AllOf all => all.Parts.Aggregate(ImmutableHashSet<Situation>.Empty, (scope, part) => Either(scope, Denied(part))),
        AnyOf any => any.Parts.Aggregate(All, (scope, part) => Both(scope, Denied(part))),
        NoneOf none => none.Parts.Aggregate(ImmutableHashSet<Situation>.Empty, (scope, part) => Either(scope, Of(part))),
        ConclusionIs test when Asked(test) is { } asked => All.Except(asked),
        _ => All,
    };

    private ImmutableHashSet<Situation>? Asked(ConclusionIs test) =>
        test.Conclusion == DiagnosisId ? [.. All.Where(s => test.Codes.Contains(s.Diagnosis))]
        : test.Conclusion == PhaseId ? [.. All.Where(s => test.Codes.Contains(s.Phase))]
        : null;
}

/// <summary>A diagnosis in a phase of its treatment.</summary>
/// <param name="Diagnosis">Value of the diagnosis.</param>
/// <param name="Phase">Value of the phase.</param>
internal readonly record struct Situation(string Diagnosis, string Phase);
