using Cds.Knowledge.Evaluation;

namespace Cds.Knowledge.Response;

/// <summary>The category that one assessment proves, with the data behind it and what a deeper one would need.</summary>
/// <param name="Day">Day of the assessment.</param>
/// <param name="Category">Deepest category proven.</param>
/// <param name="Basis">The data that decided.</param>
/// <param name="Missing">Facts that would prove a deeper category.</param>
internal sealed record AssessedResponse(DateOnly Day, ResponseCategory Category, IReadOnlyList<Basis> Basis, IReadOnlyList<string> Missing);
