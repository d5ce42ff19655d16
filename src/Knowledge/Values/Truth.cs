namespace Cds.Knowledge.Values;

/// <summary>Three-valued truth: what the data prove, what they disprove, and what they leave open.</summary>
public enum Truth
{
    /// <summary>The data prove that the statement does not hold.</summary>
    False,

    /// <summary>The data allow both answers. Unknown never counts as normal or absent.</summary>
    Unknown,

    /// <summary>The data prove the statement.</summary>
    True,
}

/// <summary>Kleene's strong three-valued connectives.</summary>
public static class TruthConnectives
{
    /// <summary>Negation; unknown stays unknown.</summary>
    public static Truth Not(this Truth truth) => truth switch
    {
        Truth.True => Truth.False,
        Truth.False => Truth.True,
        Truth.Unknown => Truth.Unknown,
        _ => throw new ArgumentOutOfRangeException(nameof(truth), truth, "Add the new truth value to Not."),
    };

    /// <summary>Conjunction: one false operand decides.</summary>
    public static Truth And(this Truth left, Truth right) => left < right ? left : right;

    /// <summary>Disjunction: one true operand decides.</summary>
    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;

    /// <summary>A truth value for a statement that is certain either way.</summary>
    public static Truth ToTruth(this bool certain) => certain ? Truth.True : Truth.False;
}
