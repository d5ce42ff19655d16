using System.Text.Json;
using Cds.CdsHooks.Wire;
using Cds.CdsHooks.Store;

namespace Cds.CdsHooks.Feedback;

/// <summary>Writes the summary: rule by rule how many cards were shown, accepted and overridden, why, and how that went month by month.</summary>
internal static class FeedbackSummaryWriter
{
    private const int PercentDigits = 1;

    /// <summary>Writes the summary.</summary>
    public static void Write(Utf8JsonWriter writer, FeedbackCounts counts)
    {
        IEnumerable<string> rules = counts.Shown.Select(count => count.Rule).Concat(counts.Outcomes.Select(count => count.Rule)).Distinct().Order(StringComparer.Ordinal);
        writer.WriteStartObject();
        writer.WriteArray("rules", rules, (target, rule) => WriteRule(target, counts, rule));
        writer.WriteNumber("unknownCards", counts.UnknownCards);
        writer.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter writer, FeedbackCounts counts, string rule)
    {
        OutcomeCount[] outcomes = [.. counts.Outcomes.Where(count => count.Rule == rule)];
        ShownCount[] shown = [.. counts.Shown.Where(count => count.Rule == rule)];
        writer.WriteStartObject();
        writer.WriteString("rule", rule);
        WriteCounts(writer, shown, outcomes);
        writer.WriteArray(
            "reasons",
            counts.Reasons.Where(count => count.Rule == rule).OrderByDescending(count => count.Count).ThenBy(count => count.Code, StringComparer.Ordinal),
            WriteReason);
        writer.WriteArray(
            "months",
            shown.Select(count => count.Month).Concat(outcomes.Select(count => count.Month)).Distinct().Order(StringComparer.Ordinal),
            (target, month) =>
            {
                target.WriteStartObject();
                target.WriteString("month", month);
                WriteCounts(target, [.. shown.Where(count => count.Month == month)], [.. outcomes.Where(count => count.Month == month)]);
                target.WriteEndObject();
            });
        writer.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter writer, ShownCount[] shown, OutcomeCount[] outcomes)
    {
        int accepted = outcomes.Sum(count => count.Accepted), overridden = outcomes.Sum(count => count.Overridden);
        writer.WriteNumber("shown", shown.Sum(count => count.Count));
        writer.WriteNumber("accepted", accepted);
        writer.WriteNumber("overridden", overridden);
        if (accepted + overridden > 0) writer.WriteNumber("acceptancePercent", decimal.Round(100m * accepted / (accepted + overridden), PercentDigits));
    }

    private static void WriteReason(Utf8JsonWriter writer, ReasonCount reason)
    {
        writer.WriteStartObject();
        if (reason.System is { } system) writer.WriteString("system", system);
        if (reason.Code is { } code) writer.WriteString("code", code);
        writer.WriteNumber("count", reason.Count);
        writer.WriteEndObject();
    }
}
