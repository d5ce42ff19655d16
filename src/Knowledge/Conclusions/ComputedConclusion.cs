using System.Collections.Frozen;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Response;
using Cds.Knowledge.Therapy;

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

    /// <inheritdoc />
    public override IReadOnlyList<string> Values => KnownValues;

    /// <inheritdoc />
    protected override Conclusion? Conclude(PatientContext patient) => Logic[Id](patient, Answer());
}
