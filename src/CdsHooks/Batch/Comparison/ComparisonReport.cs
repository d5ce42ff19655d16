namespace Cds.CdsHooks.Batch.Comparison;

/// <summary>Writes for whom what changes: for people, or as JSON.</summary>
internal static class ComparisonReport
{
    /// <summary>Writes it as Markdown, with the ids of the examples.</summary>
    public static void WriteText(TextWriter output, RuleChanges changes, ComparedSide before, ComparedSide after)
    {
        output.WriteLine($"{changes.Patients} patients compared, {changes.Changed} answered differently, {changes.Unreadable} not readable.");
        output.WriteLine($"Before: {before.Name}, {before.Assessor.Knowledge.Version}, {before.AsOf.Text}. After: {after.Name}, {after.Assessor.Knowledge.Version}, {after.AsOf.Text}.");
        foreach (IGrouping<string, RuleChange> rule in changes.All.GroupBy(change => change.Rule))
        {
            output.WriteLine();
            output.WriteLine($"## {rule.Key}: {rule.Sum(change => change.Patients)} patients");
            foreach (RuleChange change in rule)
            {
                output.WriteLine($"- {change.Patients}: {change.Before} -> {change.After}");
                foreach (ChangedPatient example in change.Examples) output.WriteLine($"  - {example.Patient}: {Facts(example)}");
            }
        }
    }

    /// <summary>Writes it as one JSON object.</summary>
    public static void WriteJson(Stream output, RuleChanges changes, ComparedSide before, ComparedSide after)
    {
        using var writer = new Utf8JsonWriter(output, JsonAnswer.Indented);
        JsonSerializer.Serialize(writer, WireComparison.Of(changes, before, after), ComparisonJson.Default.WireComparison);
    }

    private static string Facts(ChangedPatient example)
    {
        string facts = string.Join("; ", example.Decisive.Select(item => $"{item.Fact}{Value(item)}{(item.Date is { Length: > 0 } date ? $" ({date})" : "")}"));
        if (facts.Length == 0) return "no data decide it";
        return example.Further > 0 ? $"{facts}; and {example.Further} more" : facts;
    }

    private static string Value(Basis basis) => basis.Value is null ? "" : $" {Localization.ValueText.Of(basis, Language.English)}";
}
