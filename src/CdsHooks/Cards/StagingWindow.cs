using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Cards;

/// <summary>
/// When the stage is news: while untreated, and soon after the start of the first line. As long as the drug history leaves "untreated"
/// open, the window is open too.
/// </summary>
internal static class StagingWindow
{
    private const string LineOfTherapy = "line-of-therapy";

    private static readonly CodeAnswer Untreated = PhaseOfTherapy.Untreated.ToAnswer();

    /// <summary>Whether the staging card is shown.</summary>
    public static bool IsOpen(CardContext context, KnowledgeBase knowledge) =>
        MayBeUntreated(context, knowledge.Roles) || FirstLineIsRecent(context, knowledge.Roles, knowledge.Computations.Phase.StagingNewsDays);

    /// <summary>Whether treatment has certainly not begun: only then can baseline values still be obtained.</summary>
    public static bool IsBeforeTreatment(CardContext context, KnowledgeRoles roles) => Find(context, roles.Computed(Computation.Phase)) is { } phase && Equals(phase.Value, Untreated);

    private static bool MayBeUntreated(CardContext context, KnowledgeRoles roles) =>
        Find(context, roles.Computed(Computation.Phase)) is not { } phase || Equals(phase.Value, Untreated) || (phase.Value is null && phase.Possible.Contains(Untreated));

    private static bool FirstLineIsRecent(CardContext context, KnowledgeRoles roles, int days) =>
        Find(context, roles.Computed(Computation.Lines))?.Basis.FirstOrDefault(basis => basis.Fact == LineOfTherapy)?.Date is { } date
        && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly start)
        && context.AsOf.Day.DayNumber - start.DayNumber <= days;

    private static Conclusion? Find(CardContext context, string? id) => id is null ? null : context.Assessment.Conclusion(id);
}
