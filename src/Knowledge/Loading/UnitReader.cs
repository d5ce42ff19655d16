using Cds.Knowledge.Units;

namespace Cds.Knowledge.Loading;

/// <summary>Reads the spellings of units, those of a site's overlay on top of those that ship.</summary>
internal static class UnitReader
{
    public static UnitSpellings Read(LayeredEntries entries)
    {
        var whole = new Dictionary<string, string>(StringComparer.Ordinal);
        UnitParts parts = UnitParts.None;
        foreach (YamlEntry entry in new[] { entries.Shipped("units.yaml"), entries.Local("units.yaml") }.OfType<YamlEntry>())
        {
            foreach (YamlEntry unit in entry.Entries("units")) ReadWhole(unit, whole);
            if (entry.Entry("parts") is { } listed) parts = ReadParts(listed, parts);
            entry.Finish();
        }

        return whole.Count == 0 && parts == UnitParts.None ? UnitSpellings.None : new UnitSpellings(whole, parts);
    }

    private static void ReadWhole(YamlEntry unit, Dictionary<string, string> whole)
    {
        string ucum = unit.RequiredText("ucum");
        unit.Text("source");
        foreach (string spelling in unit.Texts("spellings"))
        {
            string form = UnitForm.Of(spelling);
            if (!whole.TryAdd(form, ucum) && whole[form] != ucum) unit.Defect($"the spelling '{spelling}' stands for '{whole[form]}' and for '{ucum}'");
        }

        unit.Finish();
    }

    private static UnitParts ReadParts(YamlEntry entry, UnitParts before)
    {
        var parts = new UnitParts
        {
            Prefixes = [.. before.Prefixes, .. entry.Entries("prefixes").Select(ReadWord)],
            Amounts = [.. before.Amounts, .. entry.Entries("amounts").Select(ReadWord)],
            Divisors = [.. before.Divisors, .. entry.Entries("divisors").Select(ReadWord)],
            Counts = [.. before.Counts, .. entry.Entries("counts").Select(ReadCount)],
            Counted = [.. before.Counted, .. entry.Entries("counted").SelectMany(ReadSpellings)],
            Remarks = [.. before.Remarks, .. entry.Entries("remarks").SelectMany(ReadSpellings)],
        };
        entry.Finish();
        return parts;
    }

    private static UnitWord ReadWord(YamlEntry entry)
    {
        string ucum = entry.RequiredText("ucum");
        bool takesPrefix = entry.Flag("metric");
        return new UnitWord(ucum, ReadSpellings(entry), takesPrefix);
    }

    private static CountWord ReadCount(YamlEntry entry)
    {
        int exponent = entry.Integer("exponent") ?? entry.Report(0, "'exponent' is missing");
        return new CountWord(exponent, ReadSpellings(entry));
    }

    private static string[] ReadSpellings(YamlEntry entry)
    {
        string[] spellings = [.. entry.Texts("spellings").Select(UnitForm.Of)];
        if (spellings.Length == 0) entry.Defect("'spellings' is missing");
        entry.RequiredText("source");
        entry.Finish();
        return spellings;
    }
}
