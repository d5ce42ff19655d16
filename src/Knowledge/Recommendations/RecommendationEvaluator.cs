using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Recommendations;

/// <summary>Turns a definition into the recommendation for one patient; null when it does not apply.</summary>
internal sealed class RecommendationEvaluator(PatientContext patient)
{
    /// <summary>Summary of a recommendation whose options are all to be avoided: naming one of them first would suggest it.</summary>
    private readonly OptionEvaluator _options = new(patient);

    public Recommendation? Evaluate(RecommendationDefinition definition)
    {
        Finding applies = definition.Applies.Evaluate(patient);
        if (applies.Truth == Truth.False) return null;
        Finding satisfied = definition.Satisfied?.Evaluate(patient) ?? Finding.Never;
        (IReadOnlyList<Option> options, IReadOnlyList<ExcludedOption> excluded) = _options.Evaluate(definition);

        // A recommendation whose options are all left out or done has nothing to say.
        if (definition.Options.Count > 0 && options.Count == 0 && satisfied.Truth != Truth.True) return null;

        // What is done is done, even while it is open whether it was called for.
        RecommendationStatus status = satisfied.Truth == Truth.True ? RecommendationStatus.Satisfied
            : applies.Truth == Truth.Unknown || satisfied.Truth == Truth.Unknown ? RecommendationStatus.Indeterminate
            : RecommendationStatus.Due;
        return new Recommendation
        {
            Definition = definition,
            Status = status,
            Urgency = UrgencyOf(definition),
            Summary = SummaryOf(definition, options),
            Options = options,
            Excluded = excluded,
            Basis = status == RecommendationStatus.Satisfied ? Joined(satisfied, applies) : Joined(applies, satisfied),
            Missing = status == RecommendationStatus.Indeterminate ? Finding.MissingOf([applies, satisfied]) : [],
            ToConfirm = ToConfirm(definition, options),
            Information = [.. definition.Information.Where(i => i.When.Evaluate(patient).Truth == Truth.True).Select(i => i.Text)],
        };
    }

    private Urgency UrgencyOf(RecommendationDefinition definition) =>
        definition.UrgencyRules.FirstOrDefault(rule => rule.When.Evaluate(patient).Truth == Truth.True)?.Urgency ?? definition.Urgency;

    /// <summary>The first option by its short name; a sentence that names it cannot stand when none can be used.</summary>
    private static LocalizedText SummaryOf(RecommendationDefinition definition, IReadOnlyList<Option> options)
    {
        if (!definition.Summary.En.Contains("{first}", StringComparison.Ordinal)) return definition.Summary;
        return options.FirstOrDefault(o => o.Standing != Standing.Avoid) is { } first
            ? definition.Summary.With("first", ShortName(first.Title))
            : EvaluationTexts.NoUsableOption.With("title", definition.Title);
    }

    /// <summary>A regimen's title without the drugs in brackets.</summary>
    private static LocalizedText ShortName(LocalizedText title) => new(title.En.Split(" (")[0], title.Ja.Split('（')[0]);

    private IReadOnlyList<LocalizedText> ToConfirm(RecommendationDefinition definition, IReadOnlyList<Option> options) =>
    [
        .. definition.ToConfirm.Where(rule => rule.When.Evaluate(patient).Truth != Truth.False).Select(rule => rule.Text)
            .Concat(options.Where(o => o.Standing != Standing.Avoid).SelectMany(o => o.ToConfirm)).Distinct(),
    ];

    private static IReadOnlyList<Basis> Joined(params Finding[] findings) => findings.Joined();
}
