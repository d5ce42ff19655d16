using Cds.Knowledge.Criteria;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Modules;

namespace Cds.Knowledge.Conclusions;

/// <summary>A conclusion as read from its file; one subclass a kind.</summary>
public abstract record ConclusionDefinition
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>When it makes sense; false or unknown leaves it out of the answer.</summary>
    public Criterion Applies { get; init; } = new Always();

    /// <summary>Only serves other rules; never part of an answer.</summary>
    public bool IsInternal { get; init; }

    /// <summary>What a reader has to know of it where it is beyond the documents; null for a conclusion of theirs.</summary>
    public ModuleOrigin? Origin { get; init; }

    /// <summary>Its place on the card of stage and risk; null when it does not stand there.</summary>
    public StagingCardPlace? StagingCard { get; init; }

    /// <summary>Sentences for readers while their condition holds.</summary>
    public IReadOnlyList<InformationRule> Information { get; init; } = [];

    /// <summary>What to confirm, while true or unknown.</summary>
    public IReadOnlyList<ConfirmationRule> ToConfirm { get; init; } = [];

    /// <summary>Names of its values for readers.</summary>
    public IReadOnlyDictionary<string, LocalizedText> ValueTitles { get; init; } = new Dictionary<string, LocalizedText>();

    /// <summary>Every value it can have, for checks and for integrators; empty for numbers.</summary>
    public abstract IReadOnlyList<string> Values { get; }

    /// <summary>Evaluates it for one patient.</summary>
    public ConclusionOutcome Evaluate(PatientContext patient)
    {
        Finding applies = Applies.Evaluate(patient);
        if (applies.Truth == Truth.False) return ConclusionOutcome.Absent(applies);
        Conclusion? conclusion = Conclude(patient);
        if (applies.Truth == Truth.Unknown) return ConclusionOutcome.Open(applies, conclusion);
        if (conclusion is null) return ConclusionOutcome.Absent(Finding.Never);
        LocalizedText? valueTitle = TitleOf(conclusion.Value);
        return ConclusionOutcome.Of(conclusion with
        {
            // A named number (two hits: double-hit) says its name in the title; the value itself stays a number.
            Title = conclusion.Value is NumberAnswer && valueTitle is { } named ? new LocalizedText($"{Title.En}: {named.En}", $"{Title.Ja}：{named.Ja}") : Title,
            ValueTitle = valueTitle,
            Origin = Origin,
            Information = [.. conclusion.Information, .. Texts(patient, conclusion)],
            ToConfirm = [.. conclusion.ToConfirm, .. ToConfirm.Where(rule => rule.When.Evaluate(patient).Truth != Truth.False).Select(rule => rule.Text)],
        });
    }

    /// <summary>The criteria it is made of.</summary>
    public virtual IEnumerable<Criterion> Criteria() => [Applies, .. Information.Select(i => i.When), .. ToConfirm.Select(c => c.When)];

    /// <summary>The answer for a patient to whom it applies; null when no value is possible.</summary>
    protected abstract Conclusion? Conclude(PatientContext patient);

    /// <summary>A conclusion with the definition's own members filled in.</summary>
    protected Conclusion Answer() => new() { Id = Id, Title = Title, Citations = Citations };

    private LocalizedText? TitleOf(Answer? value) => value switch
    {
        CodeAnswer code => ValueTitles.GetValueOrDefault(code.Code),
        NumberAnswer number => ValueTitles.GetValueOrDefault(ValueRange.Exactly(number.Number).ToString()),
        _ => null,
    };

    private IEnumerable<LocalizedText> Texts(PatientContext patient, Conclusion conclusion) =>
        Information.Where(rule => TruthOf(rule.When, patient, conclusion) == Truth.True).Select(rule => rule.TextFor(patient));

    /// <summary>A question about the conclusion's own value, alone or among others, is answered from the value at hand; asking the patient for it would be a circle.</summary>
    private Truth TruthOf(Criterion when, PatientContext patient, Conclusion conclusion) => when switch
    {
        ConclusionIs own when own.Conclusion == Id => (conclusion.Value is CodeAnswer code && own.Codes.Contains(code.Code)).ToTruth(),
        ConclusionComparison own when own.Conclusion == Id =>
            conclusion.Value is NumberAnswer number ? own.Operator.Compare(ValueRange.Exactly(number.Number), own.Threshold) : Truth.False,
        ConclusionKnown own when own.Conclusion == Id => (conclusion.Value is not null).ToTruth(),
        AllOf all when AsksItself(all) => all.Parts.Aggregate(Truth.True, (truth, part) => truth.And(TruthOf(part, patient, conclusion))),
        AnyOf any when AsksItself(any) => any.Parts.Aggregate(Truth.False, (truth, part) => truth.Or(TruthOf(part, patient, conclusion))),
        NoneOf none when AsksItself(none) => none.Parts.Aggregate(Truth.False, (truth, part) => truth.Or(TruthOf(part, patient, conclusion))).Not(),
        _ => when.Evaluate(patient).Truth,
    };

    private bool AsksItself(Criterion when) => when.Dependencies().Any(dependency => dependency.Kind == DependencyKind.Conclusion && dependency.Id == Id);
}
