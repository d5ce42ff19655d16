using System.Globalization;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading;

/// <summary>Compiles criteria from YAML. The set of kinds is closed: one kind, one line here.</summary>
internal sealed class CriterionReader(Vocabulary vocabulary)
{
    private static readonly (string Key, ComparisonOperator Operator)[] Operators =
    [
        ("lt", ComparisonOperator.LessThan), ("lte", ComparisonOperator.AtMost), ("gt", ComparisonOperator.MoreThan),
        ("gte", ComparisonOperator.AtLeast), ("eq", ComparisonOperator.Equal),
    ];

    public Criterion? Optional(YamlEntry entry, string key) => entry.Entry(key) is { } criterion ? Read(criterion) : null;

    public Criterion Required(YamlEntry entry, string key)
    {
        if (Optional(entry, key) is { } criterion) return criterion;
        if (!entry.Has(key)) entry.Defect($"'{key}' is missing");
        return new Always();
    }

    public Criterion Read(YamlEntry entry)
    {
        Criterion criterion = ReadKind(entry);
        entry.Finish();
        return vocabulary.Places.Mark(criterion, entry);
    }

    private Criterion ReadKind(YamlEntry entry)
    {
        if (entry.Has("all")) return new AllOf(Parts(entry, "all"));
        if (entry.Has("any")) return new AnyOf(Parts(entry, "any"));
        if (entry.Has("none")) return new NoneOf(Parts(entry, "none"));
        if (entry.Has("not")) return new NoneOf([Required(entry, "not")]);
        if (entry.Has("at-least")) return AtLeastOf(entry);
        if (entry.Has("fact")) return OnFact(entry);
        if (entry.Has("condition")) return OnCondition(entry);
        if (entry.Has("procedure")) return new ProcedureDone(Known(entry, "procedure", vocabulary.Procedures), entry.Integer("within-days"), SinceEvent(entry));
        if (entry.Has("allergy")) return new AllergyRecorded(Known(entry, "allergy", vocabulary.Drugs));
        if (entry.Has("on-drug")) return new OnDrug(Known(entry, "on-drug", vocabulary.Drugs));
        if (entry.Has("on-drug-of-class")) return new OnDrugOfClass(KnownOne(entry, "on-drug-of-class", vocabulary.DrugClasses));
        if (entry.Has("given-drug")) return Given(entry);
        if (entry.Has("exposed-to")) return new ExposedTo(DrugOrClass(entry, "exposed-to", out bool isClass), isClass);
        if (entry.Has("refractory-to")) return new RefractoryTo(DrugOrClass(entry, "refractory-to", out bool isClass), isClass);
        if (entry.Has("conclusion")) return OnConclusion(entry);
        if (entry.Has("ordering")) return OnOrder(entry);
        if (entry.Has("ordering-class")) return new OrderingClass(KnownOne(entry, "ordering-class", vocabulary.DrugClasses));
        if (entry.Has("ordering-duplicate")) return new OrderingDuplicate(WithinClasses(entry, "ordering-duplicate"));
        if (entry.Has("ordering-refractory")) return new OrderingRefractory(WithinClasses(entry, "ordering-refractory"));
        if (entry.Has("ordering-unsuitable")) return new OrderingUnsuitable(entry.Word<Standing>("ordering-unsuitable") ?? Standing.Avoid, entry.Texts("except"));
        if (entry.Flag("ordering-allergen")) return new OrderingAllergen();
        if (entry.Has("dose-outside-regimen")) return new DoseOutsideRegimen(IsAbove(entry), (entry.Number("rounding-percent") ?? 0m) / 100m);
        if (entry.Has("drafted")) return new Drafted(KnownDrafts(entry));
        if (entry.Has("proven")) return new Proven(Required(entry, "proven"));
        if (entry.Has("sex")) return new SexIs(entry.Word<Sex>("sex") ?? Sex.Unknown);
        if (entry.Has("setting")) return new SettingIs(entry.RequiredText("setting"));
        if (entry.Flag("always")) return new Always();
        return entry.Report(new Always(), $"no known kind of criterion among the members {string.Join(", ", entry.Keys)}");
    }

    private IReadOnlyList<Criterion> Parts(YamlEntry entry, string key)
    {
        IReadOnlyList<Criterion> parts = [.. entry.Entries(key).Select(Read)];
        if (parts.Count == 0) entry.Defect($"'{key}' is empty", key);
        return parts;
    }

    private AtLeast AtLeastOf(YamlEntry entry)
    {
        YamlEntry? inner = entry.Entry("at-least");
        if (inner is null) return new AtLeast(1, []);
        int count = inner.Integer("count") ?? inner.Report(1, "'count' is missing");
        IReadOnlyList<Criterion> parts = Parts(inner, "of");
        if (count < 1 || count > parts.Count) inner.Defect($"'count' has to be between 1 and the number of parts ({parts.Count})");
        inner.Finish();
        return new AtLeast(count, parts);
    }

    private Criterion OnFact(YamlEntry entry)
    {
        string id = KnownOne(entry, "fact", vocabulary.Facts.Keys);
        FactTime at = entry.Word<FactTime>("at") ?? FactTime.Current;
        SinceEvent? since = SinceEvent(entry);
        if (!vocabulary.Facts.TryGetValue(id, out FactDefinition? fact)) return new Always();
        List<Criterion> tests = [.. Tests(entry, fact, at)];
        if (tests.Count == 0) return entry.Report(new Always(), $"nothing is asked of fact '{id}'");
        Criterion test = tests.Count == 1 ? tests[0] : new AllOf(tests);
        if (entry.Integer("within-hours") is { } hours) test = new FactWithin(id, hours, test);
        return since is { } e ? new FactSince(id, e, test) : test;
    }

    private static IEnumerable<Criterion> Tests(YamlEntry entry, FactDefinition fact, FactTime at)
    {
        foreach ((string key, ComparisonOperator comparison) in Operators)
        {
            if (entry.Has(key)) yield return new FactComparison(fact.Id, at, comparison, Threshold(entry, key, fact));
        }

        if (entry.Has("known")) yield return entry.Flag("known") ? new FactKnown(fact.Id, at) : new NoneOf([new FactKnown(fact.Id, at)]);
        if (entry.Has("is")) yield return Is(entry, fact, at);
        if (entry.Has("in")) yield return new FactCode(fact.Id, at, Codes(entry, "in", fact));
        if (entry.Flag("above-upper-limit")) yield return Limit(entry, fact, at, true, 0m, 1m);
        if (entry.Flag("below-lower-limit")) yield return Limit(entry, fact, at, false, 0m, 1m);
        if (entry.Has("above-upper-limit-by")) yield return Limit(entry, fact, at, true, Threshold(entry, "above-upper-limit-by", fact), 1m);
        if (entry.Has("below-lower-limit-by")) yield return Limit(entry, fact, at, false, Threshold(entry, "below-lower-limit-by", fact), 1m);
        if (entry.Has("above-upper-limit-times")) yield return Limit(entry, fact, at, true, 0m, entry.Number("above-upper-limit-times") ?? 1m);
    }

    private static FactLimit Limit(YamlEntry entry, FactDefinition fact, FactTime at, bool upper, decimal by, decimal times)
    {
        if (fact.Kind is not (FactKind.Quantity or FactKind.Number)) entry.Defect($"fact '{fact.Id}' has no reference limits");
        return new FactLimit(fact.Id, at, upper, by, times);
    }

    private static Criterion Is(YamlEntry entry, FactDefinition fact, FactTime at)
    {
        string value = entry.RequiredText("is");
        if (fact.Kind is FactKind.Presence or FactKind.Count)
        {
            if (value is not ("present" or "absent")) entry.Defect($"fact '{fact.Id}' is present or absent, not '{value}'", "is");
            return new FactPresence(fact.Id, at, value == "present");
        }

        return new FactCode(fact.Id, at, Codes(entry, "is", fact));
    }

    private static IReadOnlyList<string> Codes(YamlEntry entry, string key, FactDefinition fact)
    {
        IReadOnlyList<string> codes = entry.Texts(key);
        foreach (string code in codes.Where(c => !fact.Codes.Contains(c))) entry.Defect($"fact '{fact.Id}' has no code '{code}'", key);
        return codes;
    }

    private static decimal Threshold(YamlEntry entry, string key, FactDefinition fact)
    {
        string text = entry.RequiredText(key);
        string[] parts = text.Split(' ', 2, StringSplitOptions.TrimEntries);
        if (!decimal.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
            return entry.Report(0m, $"'{key}: {text}' has to begin with a number", key);
        string? unit = parts.Length > 1 ? parts[1] : null;
        if (fact.Kind is FactKind.Presence or FactKind.Code) entry.Defect($"fact '{fact.Id}' is no number", key);
        if (unit != fact.Unit) entry.Defect($"'{key}: {text}': the unit of fact '{fact.Id}' is {fact.Unit ?? "none"}", key);
        return number;
    }

    private ConditionRecorded OnCondition(YamlEntry entry)
    {
        ConditionStatus status = entry.Word<ConditionStatus>("status") ?? ConditionStatus.Current;
        return new ConditionRecorded(
            Known(entry, "condition", vocabulary.Conditions), status, entry.Flag("severe"),
            entry.Integer("within-days") ?? entry.Integer("ended-within-days"));
    }

    private GivenDrug Given(YamlEntry entry)
    {
        IReadOnlyList<string> drugs = Known(entry, "given-drug", vocabulary.Drugs);
        (decimal Amount, string Unit)? atLeast = Dose(entry, "dose-gte");
        (decimal Amount, string Unit)? moreThan = Dose(entry, "dose-gt");
        return new GivenDrug(drugs)
        {
            WithinDays = entry.Integer("within-days"),
            WithinHours = entry.Integer("within-hours"),
            BeforeHours = entry.Integer("before-hours"),
            MinimumDose = atLeast?.Amount ?? moreThan?.Amount,
            DoseUnit = atLeast?.Unit ?? moreThan?.Unit,
            DoseExclusive = moreThan is not null,
            Times = entry.Integer("times-gte") ?? 1,
            Since = SinceEvent(entry),
        };
    }

    private Ordering OnOrder(YamlEntry entry) => new(Known(entry, "ordering", vocabulary.Drugs))
    {
        Dose = [.. Operators.Select(o => Dose(entry, "dose-" + o.Key) is { } dose ? new DoseTest(o.Operator, dose.Amount, dose.Unit) : null).OfType<DoseTest>()],
        MoreThanDosesPer28Days = entry.Number("doses-per-28-days-gt"),
        Route = entry.Word<Route>("route"),
    };

    /// <summary><c>drug</c> for the drug itself, <c>class</c> with the classes that count.</summary>
    private IReadOnlyList<string>? WithinClasses(YamlEntry entry, string key) => entry.RequiredText(key) switch
    {
        "drug" => null,
        "class" => Known(entry, "classes", vocabulary.DrugClasses),
        var other => entry.Report<IReadOnlyList<string>?>(null, $"'{key}' has to be drug or class, not '{other}'", key),
    };

    private static bool IsAbove(YamlEntry entry) => entry.RequiredText("dose-outside-regimen") switch
    {
        "above" => true,
        "below" => false,
        var other => entry.Report(true, $"'dose-outside-regimen' has to be above or below, not '{other}'", "dose-outside-regimen"),
    };

    private IReadOnlyList<string> KnownDrafts(YamlEntry entry) =>
        Known(entry, "drafted", [.. vocabulary.Drugs, .. vocabulary.Facts.Keys, .. vocabulary.Actions]);

    private static (decimal Amount, string Unit)? Dose(YamlEntry entry, string key)
    {
        if (entry.Text(key) is not { } text) return null;
        string[] parts = text.Split(' ', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2 && decimal.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal amount)
            ? (amount, parts[1])
            : entry.Report<(decimal, string)?>(null, $"'{key}: {text}' has to be a number and a unit", key);
    }

    private static SinceEvent? SinceEvent(YamlEntry entry) => entry.Word<SinceEvent>("since");

    private Criterion OnConclusion(YamlEntry entry)
    {
        string id = KnownOne(entry, "conclusion", vocabulary.Conclusions.Keys);
        IReadOnlyList<string> values = vocabulary.Conclusions.GetValueOrDefault(id) ?? [];
        var tests = new List<Criterion>();
        if (entry.Has("is")) tests.Add(new ConclusionIs(id, Values(entry, "is", id, values)));
        if (entry.Has("in")) tests.Add(new ConclusionIs(id, Values(entry, "in", id, values)));
        if (entry.Has("contains")) tests.Add(new ConclusionContains(id, Values(entry, "contains", id, values) is [var member, ..] ? member : ""));
        if (entry.Flag("any-member")) tests.Add(new ConclusionHasAny(id));
        if (entry.Has("known")) tests.Add(entry.Flag("known") ? new ConclusionKnown(id) : new NoneOf([new ConclusionKnown(id)]));
        foreach ((string key, ComparisonOperator comparison) in Operators)
        {
            if (entry.Number(key) is { } number) tests.Add(new ConclusionComparison(id, comparison, number));
        }

        if (tests.Count == 0) entry.Defect($"nothing is asked of conclusion '{id}'");
        return tests.Count == 1 ? tests[0] : new AllOf(tests);
    }

    private static IReadOnlyList<string> Values(YamlEntry entry, string key, string id, IReadOnlyList<string> known)
    {
        IReadOnlyList<string> values = entry.Texts(key);
        // Drug ids are the open-ended members of exposure and refractoriness.
        if (id is "therapy.exposed" or "therapy.refractory") return values;
        foreach (string value in values.Where(v => !known.Contains(v))) entry.Defect($"conclusion '{id}' has no value '{value}'", key);
        return values;
    }

    private string DrugOrClass(YamlEntry entry, string key, out bool isClass)
    {
        string id = entry.RequiredText(key);
        isClass = vocabulary.DrugClasses.Contains(id);
        if (!isClass && !vocabulary.Drugs.Contains(id)) entry.Defect($"unknown drug or class '{id}'", key);
        return id;
    }

    private static string KnownOne(YamlEntry entry, string key, IEnumerable<string> known)
    {
        string id = entry.RequiredText(key);
        if (id.Length > 0 && !known.Contains(id)) entry.Defect($"unknown {key} '{id}'", key);
        return id;
    }

    private static IReadOnlyList<string> Known(YamlEntry entry, string key, HashSet<string> known)
    {
        IReadOnlyList<string> ids = entry.Texts(key);
        if (ids.Count == 0) entry.Defect($"'{key}' names nothing", key);
        foreach (string id in ids.Where(i => !known.Contains(i))) entry.Defect($"unknown {key} '{id}'", key);
        return ids;
    }
}
