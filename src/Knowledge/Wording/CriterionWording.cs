using Cds.Knowledge.Criteria;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Wording;

/// <summary>
/// Compiled criteria in words that a clinician reads: names of facts, thresholds with operator and unit, and what time the data are of. Written from the
/// same tree that is evaluated, so that the words cannot differ from the logic.
/// </summary>
public sealed class CriterionWording(KnowledgeBase knowledge)
{
    private readonly FactWording _facts = new(knowledge);
    private readonly OrderWording _orders = new(knowledge);
    private readonly WordList _words = new(knowledge);

    /// <summary>The criterion in words.</summary>
    public Clause Of(Criterion criterion) => criterion switch
    {
        AllOf all => Joined(CriterionPhrases.AllOf, all.Parts),
        AnyOf any => Joined(CriterionPhrases.AnyOf, any.Parts),
        NoneOf { Parts: [FactKnown known] } => Clause.Statement(_facts.Known(known, isKnown: false)),
        NoneOf { Parts: [ConclusionKnown known] } => Clause.Statement(CriterionPhrases.Undetermined.With("what", _words.Title(known.Conclusion))),
        NoneOf none => new Clause(none.Parts.Count == 1 ? CriterionPhrases.Not : CriterionPhrases.NoneOf, [.. none.Parts.Select(Of)]),
        AtLeast atLeast => Joined(CriterionPhrases.AtLeast.With("count", WordList.Number(atLeast.Count)), atLeast.Parts),
        Always => Clause.Statement(CriterionPhrases.Always),
        FactComparison comparison => Clause.Statement(_facts.Comparison(comparison)),
        FactPresence presence => Clause.Statement(_facts.Presence(presence)),
        FactCode code => Clause.Statement(_facts.Code(code)),
        FactKnown known => Clause.Statement(_facts.Known(known, isKnown: true)),
        FactLimit limit => Clause.Statement(_facts.Limit(limit)),
        FactSince since => Since(Of(since.Test), since.Since),
        FactWithin within => InHours(Of(within.Test), CriterionPhrases.InHours, within.Hours),
        ConditionRecorded condition => Clause.Statement(Condition(condition)),
        ProcedureDone procedure => Procedure(procedure),
        AllergyRecorded allergy => Clause.Statement(CriterionPhrases.Allergy.With("what", _words.Titles(allergy.Drugs))),
        OnDrug drug => Clause.Statement(CriterionPhrases.OnDrug.With("what", _words.Titles(drug.Drugs))),
        OnDrugOfClass drugClass => Clause.Statement(CriterionPhrases.OnDrugOfClass.With("what", _words.Title(drugClass.DrugClass))),
        GivenDrug given => Given(given),
        ExposedTo exposed => Clause.Statement(CriterionPhrases.ExposedTo.With("what", _words.Title(exposed.DrugOrClass))),
        RefractoryTo refractory => Clause.Statement(CriterionPhrases.RefractoryTo.With("what", _words.Title(refractory.DrugOrClass))),
        ConclusionIs conclusion => Clause.Statement(_words.Title(conclusion.Conclusion).Joined(": ", "：", _words.Values(conclusion.Conclusion, conclusion.Codes))),
        ConclusionComparison comparison => Clause.Statement(
            CriterionPhrases.Of(comparison.Operator).With("what", _words.Title(comparison.Conclusion)).With("limit", WordList.Number(comparison.Threshold))),
        ConclusionContains contains => Clause.Statement(
            CriterionPhrases.Contains.With("what", _words.Title(contains.Conclusion)).With("member", _words.Values(contains.Conclusion, [contains.Member]))),
        ConclusionHasAny any => Clause.Statement(CriterionPhrases.HasAny.With("what", _words.Title(any.Conclusion))),
        ConclusionKnown known => Clause.Statement(CriterionPhrases.Determined.With("what", _words.Title(known.Conclusion))),
        SexIs sex => Clause.Statement(sex.Sex == Sex.Female ? CriterionPhrases.Female : CriterionPhrases.Male),
        SettingIs setting => Clause.Statement(CriterionPhrases.Setting.With("what", setting.Setting)),
        Proven proven => new Clause(CriterionPhrases.Proven, [Of(proven.Part)]),
        _ => _orders.Of(criterion) ?? throw new InvalidOperationException($"Add the kind of criterion {criterion.GetType().Name} to CriterionWording."),
    };

    private Clause Joined(LocalizedText heading, IReadOnlyList<Criterion> parts) => parts.Count == 1 ? Of(parts[0]) : new Clause(heading, [.. parts.Select(Of)]);

    private static Clause Since(Clause clause, SinceEvent since) => clause with { Text = clause.Text.Joined(" ", "", CriterionPhrases.Of(since)) };

    private static Clause InHours(Clause clause, LocalizedText phrase, int hours) =>
        clause with { Text = clause.Text.Joined(" ", "", phrase.With("count", WordList.Number(hours))) };

    private LocalizedText Condition(ConditionRecorded condition)
    {
        LocalizedText what = _words.Titles(condition.Conditions);
        LocalizedText text = CriterionPhrases.Of(condition.Status).With("what", condition.Severe ? CriterionPhrases.Severe.With("what", what) : what);
        return condition.WithinDays is { } days ? text.Joined(" ", "", CriterionPhrases.InDays(days)) : text;
    }

    private Clause Procedure(ProcedureDone procedure)
    {
        LocalizedText text = CriterionPhrases.Procedure.With("what", _words.Titles(procedure.Procedures));
        if (procedure.WithinDays is { } days) text = text.Joined(" ", "", CriterionPhrases.InDays(days));
        Clause clause = Clause.Statement(text);
        return procedure.Since is { } since ? Since(clause, since) : clause;
    }

    private Clause Given(GivenDrug given)
    {
        LocalizedText text = CriterionPhrases.Given.With("what", _words.Titles(given.Drugs));
        if (given.MinimumDose is { } dose)
        {
            LocalizedText limit = given.DoseExclusive ? CriterionPhrases.DoseAbove : CriterionPhrases.DoseFrom;
            text = text.Joined(" ", "", limit.With("dose", $"{WordList.Number(dose)} {given.DoseUnit}"));
        }

        if (given.Times > 1) text = text.Joined(" ", "", CriterionPhrases.Times.With("count", WordList.Number(given.Times)));
        if (given.WithinDays is { } days) text = text.Joined(" ", "", CriterionPhrases.InDays(days));
        Clause clause = Clause.Statement(text);
        if (given.WithinHours is { } hours) clause = InHours(clause, CriterionPhrases.InHours, hours);
        if (given.BeforeHours is { } before) clause = InHours(clause, CriterionPhrases.HoursAgo, before);
        return given.Since is { } since ? Since(clause, since) : clause;
    }
}
