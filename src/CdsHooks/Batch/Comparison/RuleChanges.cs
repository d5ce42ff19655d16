namespace Cds.CdsHooks.Batch.Comparison;

/// <summary>A patient for whom a rule says something else.</summary>
/// <param name="Patient">Reference of the patient.</param>
/// <param name="Before">The data that decided before.</param>
/// <param name="After">The data that decide after.</param>
internal sealed record ChangedPatient(string Patient, IReadOnlyList<Basis> Before, IReadOnlyList<Basis> After)
{
    private const int MostFacts = 4;

    /// <summary>The first data of the side that says something; those of the other where it says nothing.</summary>
    public IEnumerable<Basis> Decisive => All.Take(MostFacts);

    /// <summary>How many more there are.</summary>
    public int Further => Math.Max(0, All.Count - MostFacts);

    private IReadOnlyList<Basis> All => After.Count > 0 ? After : Before;
}

/// <summary>One kind of change of one rule, with how many patients it concerns and the first few of them.</summary>
/// <param name="Was">What it said of the first of them.</param>
/// <param name="Is">What it says of the first of them.</param>
internal sealed record RuleChange(RuleAnswer Was, RuleAnswer Is)
{
    /// <summary>How many examples are kept.</summary>
    public const int MostExamples = 3;

    private readonly List<ChangedPatient> _examples = [];

    /// <summary>Id of the rule.</summary>
    public string Rule => Is.Rule;

    /// <summary>What it said.</summary>
    public string Before => Was.Says;

    /// <summary>What it says.</summary>
    public string After => Is.Says;

    /// <summary>How many patients are answered so.</summary>
    public long Patients { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<ChangedPatient> Examples => _examples;

    /// <summary>One patient more.</summary>
    public void Add(ChangedPatient patient)
    {
        Patients++;
        if (_examples.Count < MostExamples) _examples.Add(patient);
    }
}

/// <summary>Counts what is answered differently. Memory grows with the kinds of change, not with the patients.</summary>
internal sealed class RuleChanges
{
    private readonly Dictionary<(string Rule, string Before, string After), RuleChange> _changes = [];

    /// <summary>Patients compared.</summary>
    public long Patients { get; private set; }

    /// <summary>Patients of whom at least one rule says something else.</summary>
    public long Changed { get; private set; }

    /// <summary>Patients that could not be read.</summary>
    public long Unreadable { get; private set; }

    /// <summary>The changes by rule, the most frequent of each rule first.</summary>
    public IReadOnlyList<RuleChange> All =>
        [.. _changes.Values.OrderBy(change => change.Rule, StringComparer.Ordinal).ThenByDescending(change => change.Patients)
            .ThenBy(change => change.Before, StringComparer.Ordinal).ThenBy(change => change.After, StringComparer.Ordinal)];

    /// <summary>Counts a patient.</summary>
    public void Add(ComparedPatient? patient)
    {
        if (patient is null)
        {
            Unreadable++;
            return;
        }

        Patients++;
        if (patient.Differences.Count > 0) Changed++;
        foreach ((RuleAnswer before, RuleAnswer after) in patient.Differences)
        {
            var key = (before.Rule, before.Says, after.Says);
            if (!_changes.TryGetValue(key, out RuleChange? change)) _changes.Add(key, change = new RuleChange(before, after));
            change.Add(new ChangedPatient(patient.Patient, before.Basis, after.Basis));
        }
    }
}

/// <summary>A patient whose answers of both sides were held against each other.</summary>
/// <param name="Patient">Reference of the patient.</param>
/// <param name="Differences">The rules that say something else.</param>
internal sealed record ComparedPatient(string Patient, IReadOnlyList<(RuleAnswer Before, RuleAnswer After)> Differences)
{
    /// <summary>Holds two assessments of a patient against each other.</summary>
    public static ComparedPatient Of(Assessment before, Assessment after)
    {
        Dictionary<string, RuleAnswer> was = RuleAnswer.Of(before), now = RuleAnswer.Of(after);
        RuleAnswer Nothing(string rule) => new(rule, RuleAnswer.Nothing, []);
        return new ComparedPatient(
            after.Subject,
            [.. was.Keys.Union(now.Keys).Select(rule => (was.GetValueOrDefault(rule) ?? Nothing(rule), now.GetValueOrDefault(rule) ?? Nothing(rule))).Where(pair => pair.Item1.Says != pair.Item2.Says)]);
    }
}
