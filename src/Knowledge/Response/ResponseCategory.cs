namespace Cds.Knowledge.Response;

/// <summary>IMWG response categories (jsh-2023 Table 6), from the worst to the deepest.</summary>
internal enum ResponseCategory
{
    /// <summary>Progressive disease.</summary>
    PD,

    /// <summary>Stable disease.</summary>
    SD,

    /// <summary>Minor response; relapsed disease only.</summary>
    MR,

    /// <summary>Partial response.</summary>
    PR,

    /// <summary>Very good partial response.</summary>
    VGPR,

    /// <summary>Complete response.</summary>
    CR,

    /// <summary>Stringent complete response.</summary>
    sCR,
}
