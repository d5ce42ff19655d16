namespace Cds.Knowledge.Facts;

/// <summary>A value of a fact, already in the fact's canonical unit or code.</summary>
public abstract record FactValue;

/// <summary>A number or bound in the canonical unit of the fact (counts and scores have no unit).</summary>
/// <param name="Range">The possible numbers.</param>
public sealed record QuantityValue(ValueRange Range) : FactValue;

/// <summary>A finding that is there or not (cytogenetic abnormality, antigen, imaging finding).</summary>
/// <param name="Present">True for present / positive / detected / yes.</param>
public sealed record PresenceValue(bool Present) : FactValue;

/// <summary>One of the codes that the fact's definition lists (isotype, frailty, disease status).</summary>
/// <param name="Code">The code, kebab case as in the definition.</param>
public sealed record CodeValue(string Code) : FactValue;
