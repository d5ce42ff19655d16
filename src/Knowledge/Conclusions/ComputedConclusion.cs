using Cds.Knowledge.Response;

namespace Cds.Knowledge.Conclusions;

/// <summary>A conclusion whose answer data cannot say (time series, lines of therapy): its texts are data, its logic is C#.</summary>
public sealed record ComputedConclusion : ConclusionDefinition
{
    /// <summary>What computes it.</summary>
    public required Computation Computation { get; init; }

    /// <summary>For exposure and refractoriness: the drug classes that are named beside the drugs, in this order.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>The values that it can have.</summary>
    public required IReadOnlyList<string> KnownValues { get; init; }

    /// <summary>For readers, what each value means: the criteria that the code applies.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Meanings { get; init; } = new Dictionary<string, LocalizedText>();

    /// <summary>For readers, how the answer is reached, step by step.</summary>
    public required IReadOnlyList<LocalizedText> Steps { get; init; }

    /// <summary>What limits of <c>computations/</c> it rests on.</summary>
    internal IReadOnlyList<LimitGroup> Limits => Computation switch
    {
        Computation.Exposed => LimitGroups.Doses,
        Computation.Refractory => LimitGroups.Refractoriness,
        Computation.Lines or Computation.Response => LimitGroups.Course,
        Computation.Phase => [.. LimitGroups.Course, LimitGroup.Phase],
        Computation.ResidualDisease => [.. LimitGroups.Course, LimitGroup.ResidualDisease],
        _ => throw new InvalidOperationException($"Add the computation {Computation}."),
    };

    /// <inheritdoc />
    public override IReadOnlyList<string> Values => KnownValues;

    /// <inheritdoc />
    protected override Conclusion? Conclude(PatientContext patient) => Computation switch
    {
        Computation.Exposed => TherapyConclusions.Exposed(patient, Answer(), Classes),
        Computation.Refractory => TherapyConclusions.Refractory(patient, Answer(), Classes),
        Computation.Lines => TherapyConclusions.Lines(patient, Answer()),
        Computation.Phase => TherapyPhase.Conclude(patient, Answer()),
        Computation.Response => ResponseConclusion.Conclude(patient, Answer()),
        Computation.ResidualDisease => MinimalResidualDisease.Conclude(patient, Answer()),
        _ => throw new InvalidOperationException($"Add the computation {Computation}."),
    };
}
