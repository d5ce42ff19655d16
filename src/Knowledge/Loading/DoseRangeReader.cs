namespace Cds.Knowledge.Loading;

/// <summary>Reads between which amounts the doses of a drug lie.</summary>
internal static class DoseRangeReader
{
    public static DoseRange Read(YamlEntry entry, Vocabulary vocabulary)
    {
        entry.RequiredText("id");
        string drug = entry.RequiredText("drug");
        if (drug.Length > 0 && !vocabulary.Drugs.Contains(drug)) entry.Defect($"unknown drug '{drug}'", "drug");
        decimal[] ends = [.. entry.Texts("plausible").Select(e => decimal.TryParse(e, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal end) ? end : -1m)];
        if (ends is not [> 0m, > 0m] || ends[0] > ends[1]) ends = entry.Report<decimal[]>([0m, 0m], "'plausible' has to be two amounts, the lower first", "plausible");
        var range = new DoseRange(drug, entry.Word<Route>("route"), entry.RequiredText("unit"), ends[0], ends[1]);
        entry.Finish();
        return range;
    }
}
