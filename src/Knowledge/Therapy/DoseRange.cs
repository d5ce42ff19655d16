namespace Cds.Knowledge.Therapy;

/// <summary>
/// Between which amounts one dose of a drug lies in all that is written about it. It judges the content, not orders: a dose outside is a slip of the pen.
/// </summary>
/// <param name="Drug">Drug id.</param>
/// <param name="Route">Route it holds for; null for all.</param>
/// <param name="Unit">UCUM unit of one dose.</param>
/// <param name="Low">Smallest amount, included.</param>
/// <param name="High">Largest amount, included.</param>
public sealed record DoseRange(string Drug, Route? Route, string Unit, decimal Low, decimal High);
