namespace Cds.CdsHooks.Batch.Register;

/// <summary>What the report says of all patients together.</summary>
/// <param name="AsOf">The moment asked about.</param>
/// <param name="Knowledge">Version of the knowledge.</param>
/// <param name="OverdueDays">After how many days something due is overdue.</param>
/// <param name="Patients">Patients assessed.</param>
/// <param name="Unreadable">Lines that were no assessment.</param>
/// <param name="Repeated">Patients whose id comes more than once.</param>
/// <param name="Counts">How many by diagnosis, stage, phase, line and response.</param>
/// <param name="Recommendations">Recommendations, those due for most first.</param>
/// <param name="Candidates">Candidates.</param>
/// <param name="Missing">What is missing, for most patients first.</param>
/// <param name="Unread">What was not read, for most patients first.</param>
public sealed record RegisterSummary(
    string AsOf,
    string Knowledge,
    int OverdueDays,
    long Patients,
    long Unreadable,
    long Repeated,
    IReadOnlyList<CountedConclusion> Counts,
    IReadOnlyList<CountedRecommendation> Recommendations,
    IReadOnlyList<CountedCandidate> Candidates,
    IReadOnlyList<Counted> Missing,
    IReadOnlyList<Counted> Unread);

/// <summary>A row with how many patients it concerns.</summary>
/// <param name="Id">Id or code; null where there is none.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Patients">How many patients.</param>
public sealed record Counted(string? Id, LocalizedText Title, long Patients);

/// <summary>A conclusion with how many patients have which value.</summary>
/// <param name="Section">Part of the report that it stands in.</param>
/// <param name="Title">Name of the conclusion.</param>
/// <param name="Values">Its values.</param>
public sealed record CountedConclusion(string Section, LocalizedText Title, IReadOnlyList<Counted> Values);

/// <summary>A recommendation with how many patients it concerns.</summary>
/// <param name="Id">Id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Due">Patients for whom it is due.</param>
/// <param name="Overdue">Those of them for whom it has been for long.</param>
/// <param name="Satisfied">Patients for whom it is done.</param>
/// <param name="Open">Patients for whom a missing fact decides.</param>
/// <param name="Ids">Local ids of those for whom it is overdue; empty unless asked for.</param>
public sealed record CountedRecommendation(string Id, LocalizedText Title, long Due, long Overdue, long Satisfied, long Open, IReadOnlyList<string> Ids);

/// <summary>How many are candidates for something.</summary>
/// <param name="Title">For what.</param>
/// <param name="Met">Patients who are.</param>
/// <param name="Open">Patients of whom a missing fact decides.</param>
/// <param name="Ids">Local ids of those who are; empty unless asked for.</param>
public sealed record CountedCandidate(LocalizedText Title, long Met, long Open, IReadOnlyList<string> Ids);
