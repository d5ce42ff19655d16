using Cds.Knowledge.Approvals;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Evaluates conclusions by walking their definitions.</summary>
internal static class ReferenceConclusions
{
    public static ConclusionOutcome Evaluate(this ConclusionDefinition definition, PatientContext patient)
    {
        Finding applies = definition.Applies.Evaluate(patient);
        if (applies.Truth == Truth.False) return ConclusionOutcome.Absent(applies);
        Conclusion? conclusion = Conclude(definition, patient);
        if (applies.Truth == Truth.Unknown) return ConclusionOutcome.Open(applies, conclusion);
        if (conclusion is null) return ConclusionOutcome.Absent(Finding.Never);
        LocalizedText? valueTitle = TitleOf(definition, conclusion.Value);
        return ConclusionOutcome.Of(conclusion with
        {
            Title = conclusion.Value is NumberAnswer && valueTitle is { } named ? new LocalizedText($"{definition.Title.En}: {named.En}", $"{definition.Title.Ja}：{named.Ja}") : definition.Title,
            ValueTitle = valueTitle,
            Origin = definition.Origin,
            Information = [.. conclusion.Information, .. definition.Information.Where(rule => Holds(definition, rule.When, patient, conclusion)).Select(rule => rule.TextFor(patient))],
            ToConfirm = [.. conclusion.ToConfirm, .. definition.ToConfirm.Where(rule => rule.When.Evaluate(patient).Truth != Truth.False).Select(rule => rule.Text)],
        });
    }

    public static LocalizedText TextFor(this InformationRule rule, PatientContext patient) =>
        ApprovalTexts.Fill(EventDates.Fill(rule.Text, patient), patient.Knowledge.Approvals, patient.AsOf.Day);

    public static Conclusion Answer(ConclusionDefinition definition) => new() { Id = definition.Id, Title = definition.Title, Citations = definition.Citations };

    private static Conclusion? Conclude(ConclusionDefinition definition, PatientContext patient) => definition switch
    {
        ComputedConclusion computed => Of(computed, patient),
        DecisionTable table => ReferenceTables.Of(table, patient),
        Diagnosis diagnosis => ReferenceDiagnosis.Of(diagnosis, patient),
        EligibilityChecklist checklist => ReferenceTables.Of(checklist, patient),
        FactNumber number => Of(number, patient),
        MemberCount count => Of(count, patient),
        MemberList list => Of(list, patient),
        PointScore score => ReferenceTables.Of(score, patient),
        _ => throw new InvalidOperationException($"Add {definition.GetType().Name} to the reference."),
    };

    private static Conclusion? Of(ComputedConclusion definition, PatientContext patient) => definition.Computation switch
    {
        Computation.Exposed => TherapyConclusions.Exposed(patient, Answer(definition), definition.Classes),
        Computation.Refractory => TherapyConclusions.Refractory(patient, Answer(definition), definition.Classes),
        Computation.Lines => TherapyConclusions.Lines(patient, Answer(definition)),
        Computation.Phase => TherapyPhase.Conclude(patient, Answer(definition)),
        Computation.Response => ResponseConclusion.Conclude(patient, Answer(definition)),
        Computation.ResidualDisease => MinimalResidualDisease.Conclude(patient, Answer(definition)),
        _ => throw new InvalidOperationException($"Add the computation {definition.Computation} to the reference."),
    };

    private static Conclusion Of(FactNumber definition, PatientContext patient)
    {
        FactReading reading = patient.Read(definition.Fact, FactTime.Current);
        Conclusion answer = Answer(definition) with { Unit = patient.Knowledge.Facts[definition.Fact].Unit, Basis = reading.Basis };
        return reading.Range?.Exact is { } number
            ? answer with { Value = new NumberAnswer(Math.Round(number, 2, MidpointRounding.AwayFromZero)) }
            : answer with { Missing = reading.Missing.Count > 0 ? reading.Missing : [definition.Fact] };
    }

    private static Conclusion Of(MemberCount definition, PatientContext patient)
    {
        Finding[] findings = [.. definition.Members.Select(m => m.When.Evaluate(patient))];
        int known = findings.Count(f => f.Truth == Truth.True);
        int open = findings.Count(f => f.Truth == Truth.Unknown);
        return Answer(definition) with
        {
            Value = open == 0 ? new NumberAnswer(known) : null,
            Possible = [.. Enumerable.Range(known, open + 1).Select(n => new NumberAnswer(n))],
            Basis = findings.OrderBy(f => f.Truth == Truth.True ? 0 : 1).Joined(),
            Missing = Finding.MissingOf(findings),
        };
    }

    private static Conclusion Of(MemberList definition, PatientContext patient)
    {
        (Member Member, Finding Finding)[] findings = [.. definition.Members.Select(m => (m, m.When.Evaluate(patient)))];
        return Answer(definition) with
        {
            Value = new ListAnswer([.. findings.Where(f => f.Finding.Truth == Truth.True).Select(f => f.Member.Id)]),
            Undetermined = [.. findings.Where(f => f.Finding.Truth == Truth.Unknown).Select(f => f.Member.Id)],
            Basis = findings.Select(f => f.Finding).OrderBy(f => f.Truth == Truth.True ? 0 : 1).Joined(),
            Missing = Finding.MissingOf(findings.Select(f => f.Finding)),
        };
    }

    private static LocalizedText? TitleOf(ConclusionDefinition definition, Answer? value) => value switch
    {
        CodeAnswer code => definition.ValueTitles.GetValueOrDefault(code.Code),
        NumberAnswer number => definition.ValueTitles.GetValueOrDefault(ValueRange.Exactly(number.Number).ToString()),
        _ => null,
    };

    private static bool Holds(ConclusionDefinition definition, Criterion when, PatientContext patient, Conclusion conclusion) => when switch
    {
        ConclusionIs own when own.Conclusion == definition.Id => conclusion.Value is CodeAnswer code && own.Codes.Contains(code.Code),
        ConclusionComparison own when own.Conclusion == definition.Id =>
            conclusion.Value is NumberAnswer number && own.Operator.Compare(ValueRange.Exactly(number.Number), own.Threshold) == Truth.True,
        ConclusionKnown own when own.Conclusion == definition.Id => conclusion.Value is not null,
        AllOf all when all.Dependencies().Contains(new Dependency(DependencyKind.Conclusion, definition.Id)) => all.Parts.All(part => Holds(definition, part, patient, conclusion)),
        // The knowledge that ships asks for nothing but the own value within a none.
        AnyOf any when any.Dependencies().Contains(new Dependency(DependencyKind.Conclusion, definition.Id)) => any.Parts.Any(part => Holds(definition, part, patient, conclusion)),
        NoneOf none when none.Dependencies().Contains(new Dependency(DependencyKind.Conclusion, definition.Id)) => !none.Parts.Any(part => Holds(definition, part, patient, conclusion)),
        _ => when.Evaluate(patient).Truth == Truth.True,
    };
}
