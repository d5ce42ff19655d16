using Cds.Knowledge.Values;

namespace Cds.Knowledge.Evaluation;

/// <summary>What evaluating a criterion gives: the truth, the data used, and the facts that are lacking.</summary>
/// <param name="Truth">Truth.</param>
/// <param name="Basis">The data used.</param>
/// <param name="Missing">Fact ids that would decide it; empty unless unknown.</param>
public sealed record Finding(Truth Truth, IReadOnlyList<Basis> Basis, IReadOnlyList<string> Missing);
