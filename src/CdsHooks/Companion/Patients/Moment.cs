namespace Cds.CdsHooks.Companion.Patients;

/// <summary>A day on which the record changed, and what was said then.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Cards">The cards of that day.</param>
/// <param name="Response">The response to the line of that day; null where there was none to speak of.</param>
/// <param name="Phase">The phase of treatment on that day; null where none is told.</param>
public sealed record Moment(AsOf AsOf, IReadOnlyList<CardOfMoment> Cards, Conclusion? Response, Conclusion? Phase);

/// <summary>A card as it stood on a day.</summary>
/// <param name="Rule">Conclusion or recommendation id.</param>
/// <param name="Summary">Summary.</param>
/// <param name="Urgency">Indicator.</param>
public sealed record CardOfMoment(string Rule, string Summary, Urgency Urgency);
