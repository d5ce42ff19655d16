namespace Cds.Knowledge.Loading;

/// <summary>Reads the entries of <c>computations/*.yaml</c>.</summary>
internal static class LimitReader
{
    public static Limit Read(YamlEntry entry, Vocabulary vocabulary)
    {
        string id = entry.RequiredText("id");
        (decimal value, string? unit) = Value(entry);
        var limit = new Limit(id, entry.RequiredLocalized("title"), value, unit, Operator(entry), CitationReader.Required(entry, "citations", vocabulary));
        entry.Finish();
        return limit;
    }

    /// <summary><c>50 %</c>, <c>60 d</c>, <c>1.65</c>: a number, and its UCUM unit where it has one.</summary>
    private static (decimal Value, string? Unit) Value(YamlEntry entry)
    {
        string[] parts = entry.RequiredText("value").Split(' ', 2, StringSplitOptions.TrimEntries);
        if (!decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) || value <= 0m)
            entry.Defect($"'value: {string.Join(' ', parts)}' has to begin with a number above 0", "value");
        return (value, parts.Length > 1 ? parts[1] : null);
    }

    private static ComparisonOperator? Operator(YamlEntry entry)
    {
        if (entry.Text("operator") is not { } word) return null;
        foreach ((string key, ComparisonOperator comparison) in Comparisons.Keys)
        {
            if (key == word) return comparison;
        }

        return entry.Report<ComparisonOperator?>(null, $"'operator' has to be one of {string.Join(", ", Comparisons.Keys.Select(o => o.Key))}, not '{word}'", "operator");
    }
}
