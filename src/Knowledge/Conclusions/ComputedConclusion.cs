using System.Collections.Frozen;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Response;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Conclusions;

/// <summary>A conclusion whose answer data cannot say (time series, lines of therapy): its texts are data, its logic is C#.</summary>
public sealed record ComputedConclusion : ConclusionDefinition
{
    /// <summary>The logic, by conclusion id.</summary>
    internal static FrozenDictionary<string, Func<PatientContext, Conclusion, Conclusion?>> Logic { get; } =
        new Dictionary<string, Func<PatientContext, Conclusion, Conclusion?>>
        {
            ["therapy.exposed"] = TherapyConclusions.Exposed,
            ["therapy.refractory"] = TherapyConclusions.Refractory,
            ["therapy.lines"] = TherapyConclusions.Lines,
            ["therapy.phase"] = TherapyPhase.Conclude,
            ["response"] = ResponseConclusion.Conclude,
            ["response.mrd"] = MinimalResidualDisease.Conclude,
        }.ToFrozenDictionary();

    /// <summary>The values that it can have.</summary>
    public required IReadOnlyList<string> KnownValues { get; init; }

    /// <summary>For readers, what each value means: the criteria that the code applies.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Meanings { get; init; } = new Dictionary<string, LocalizedText>();

    /// <summary>For readers, how the answer is reached, step by step.</summary>
    public required IReadOnlyList<LocalizedText> Steps { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<string> Values => KnownValues;

    /// <inheritdoc />
    protected override Conclusion? Conclude(PatientContext patient) => Logic[Id](patient, Answer());
}
