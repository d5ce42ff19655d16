namespace Cds.Knowledge.Recommendations;

/// <summary>What a case of an order rule says of a drug that runs already.</summary>
/// <param name="Standing">Caution (change the dose, take care) or avoid (stop it).</param>
/// <param name="Code">Reason code.</param>
/// <param name="Reason">Reason for readers; null for the finding of the case. With a dose table it is the dose that runs and the line.</param>
/// <param name="IsQuiet">Whether it asks for nothing: who dosed what runs knew the body size, and a record without it is no reason to leave the drug open.</param>
public sealed record RunningStanding(Standing Standing, string Code, LocalizedText? Reason, bool IsQuiet);
