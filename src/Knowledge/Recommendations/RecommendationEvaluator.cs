namespace Cds.Knowledge.Recommendations;

/// <summary>Turns a definition into the recommendation for one patient.</summary>
internal sealed class RecommendationEvaluator(PatientContext patient)
{
    private readonly OptionEvaluator _options = new(patient);

    /// <summary>The recommendation with status <see cref="RecommendationStatus.NotApplicable"/> where it has nothing to say to this patient.</summary>
    public Recommendation Evaluate(RecommendationDefinition definition)
    {
        patient.Cancellation.ThrowIfCancellationRequested();
        if (definition.Trigger == Trigger.Running) return new RunningDrugs(patient).Evaluate(definition);
        Finding applies = definition.Applies.Evaluate(patient);
        if (applies.Truth == Truth.False) return NotApplicable(definition, applies.Basis) with { NotHolding = new FailedParts(patient, definition.Applies) };
        (IReadOnlyList<Option> options, IReadOnlyList<ExcludedOption> excluded) = _options.Evaluate(definition);
        (Finding satisfied, IReadOnlyList<Option> avoided) = SatisfyingDrugs.Of(patient, definition, options);
        options = [.. options, .. avoided];

        // A recommendation whose options are all left out or done has nothing to say.
        if (definition.Options.Count > 0 && options.Count == 0 && satisfied.Truth != Truth.True) return NotApplicable(definition, applies.Basis) with { Excluded = excluded };

        // What is done is done, even while it is open whether it was called for.
        RecommendationStatus status = satisfied.Truth == Truth.True ? RecommendationStatus.Satisfied
            : applies.Truth == Truth.Unknown || satisfied.Truth == Truth.Unknown ? RecommendationStatus.Indeterminate
            : RecommendationStatus.Due;
        Headline headline = new SummaryTexts(patient).Of(definition, options);
        return new Recommendation
        {
            Definition = definition,
            Status = status,
            Urgency = UrgencyOf(definition),
            Summary = headline.Summary,
            Advice = headline.Advice,
            HeadlineFor = ranked => new SummaryTexts(patient).Of(definition, ranked),
            Options = options,
            Excluded = excluded,
            Basis = status == RecommendationStatus.Satisfied ? Joined(satisfied, applies) : Joined(applies, satisfied),
            Missing = status == RecommendationStatus.Indeterminate ? Finding.MissingOf([applies, satisfied]) : [.. OpenUrgency(definition, status).Concat(DoseMissing.Of(options)).Distinct()],
            ToConfirm = ToConfirm(definition, options),
            Information = [.. definition.Information.Where(i => i.When.Evaluate(patient).Truth == Truth.True).Select(i => i.TextFor(patient))],
        };
    }

    private static Recommendation NotApplicable(RecommendationDefinition definition, IReadOnlyList<Basis> basis) => new()
    {
        Definition = definition,
        Status = RecommendationStatus.NotApplicable,
        Urgency = definition.Urgency,
        Summary = definition.Summary,
        Basis = basis,
    };

    /// <summary>What would decide whether a recommendation that is due is less or more urgent.</summary>
    private IEnumerable<string> OpenUrgency(RecommendationDefinition definition, RecommendationStatus status) => status == RecommendationStatus.Due
        ? definition.UrgencyRules.Select(rule => rule.When.Evaluate(patient)).Where(finding => finding.Truth == Truth.Unknown).SelectMany(finding => finding.Missing)
        : [];

    private Urgency UrgencyOf(RecommendationDefinition definition) =>
        definition.UrgencyRules.FirstOrDefault(rule => rule.When.Evaluate(patient).Truth == Truth.True)?.Urgency ?? definition.Urgency;

    private IReadOnlyList<LocalizedText> ToConfirm(RecommendationDefinition definition, IReadOnlyList<Option> options) =>
    [
        .. definition.ToConfirm.Where(rule => rule.When.Evaluate(patient).Truth != Truth.False).Select(rule => rule.Text)
            .Concat(options.Where(o => o.Standing != Standing.Avoid).SelectMany(o => o.ToConfirm)).Distinct(),
    ];

    private static IReadOnlyList<Basis> Joined(params Finding[] findings) => findings.Joined();
}
