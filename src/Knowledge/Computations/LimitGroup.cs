namespace Cds.Knowledge.Computations;

/// <summary>What a limit of <c>computations/*.yaml</c> takes part in: whatever rests on that rests on the limit.</summary>
public enum LimitGroup
{
    /// <summary>Whether a recorded drug still runs.</summary>
    Running,

    /// <summary>Whether a dose is treatment, conditioning, mobilisation or lymphodepletion.</summary>
    Purpose,

    /// <summary>Where one line of therapy ends and the next begins.</summary>
    Lines,

    /// <summary>The phase of treatment.</summary>
    Phase,

    /// <summary>For how long staging is news on a card.</summary>
    StagingNews,

    /// <summary>Refractoriness.</summary>
    Refractory,

    /// <summary>Response, and what is measurable.</summary>
    Response,

    /// <summary>Progression.</summary>
    Progression,

    /// <summary>The normal ratio of the free light chains.</summary>
    LightChains,

    /// <summary>Measurable residual disease.</summary>
    ResidualDisease,

    /// <summary>Corrected calcium.</summary>
    CorrectedCalcium,

    /// <summary>The rise of creatinine.</summary>
    CreatinineRise,

    /// <summary>Which creatinine clearance counts.</summary>
    Clearance,

    /// <summary>A fast rise of the M-protein.</summary>
    FastRise,

    /// <summary>Evolving smouldering disease.</summary>
    Evolving,
}

/// <summary>Limits that several computations rest on together.</summary>
internal static class LimitGroups
{
    /// <summary>What was given, and for what.</summary>
    public static IReadOnlyList<LimitGroup> Doses { get; } = [LimitGroup.Running, LimitGroup.Purpose];

    /// <summary>The course of treatment: lines need progressions, and those the markers with their baselines.</summary>
    public static IReadOnlyList<LimitGroup> Course { get; } =
        [.. Doses, LimitGroup.Lines, LimitGroup.Progression, LimitGroup.Response, LimitGroup.LightChains, LimitGroup.CorrectedCalcium];

    /// <summary>What the disease no longer answers to.</summary>
    public static IReadOnlyList<LimitGroup> Refractoriness { get; } = [.. Course, LimitGroup.Refractory];
}
