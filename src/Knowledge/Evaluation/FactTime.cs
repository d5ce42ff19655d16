namespace Cds.Knowledge.Evaluation;

/// <summary>Which value of a fact a criterion asks for.</summary>
public enum FactTime
{
    /// <summary>The latest value on or before <c>asOf</c>, within the fact's current window.</summary>
    Current,

    /// <summary>The value at diagnosis: on or before the start of the first line (else <c>asOf</c>), within the fact's baseline window.</summary>
    Baseline,

    /// <summary>The latest value at any time up to <c>asOf</c>.</summary>
    Ever,
}
