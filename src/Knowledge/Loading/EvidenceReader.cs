namespace Cds.Knowledge.Loading;

/// <summary>
/// Reads the trials that a regimen, a rule or an option names: <c>maia</c>, a part of it (<c>maia#efficacy</c>), or a mapping of <c>trial</c> and
/// <c>arm: comparator</c> for what stands on the other side of it.
/// </summary>
internal static class EvidenceReader
{
    public static IReadOnlyList<Evidence> Read(YamlEntry entry, Vocabulary vocabulary) =>
        [.. entry.Items("evidence").SelectMany(item => item.Entry is { } mapping ? FromComparator(item, mapping, vocabulary) : Find(item, item.Text!, vocabulary)?.Figures ?? [])];

    private static IEnumerable<Evidence> FromComparator(YamlItem item, YamlEntry mapping, Vocabulary vocabulary)
    {
        if (mapping.Has("endpoint"))
        {
            item.Report<object>("figures stand in trials/<id>.yaml: name the trial here, like 'maia' or 'maia#efficacy'");
            return [];
        }

        string reference = mapping.RequiredText("trial");
        if (mapping.RequiredText("arm") is not ("comparator" or "")) mapping.Defect("'arm' can be 'comparator'", "arm");
        mapping.Finish();
        if (reference.Length == 0 || Find(item, reference, vocabulary) is not { } found) return [];
        if (found.Trial.Arm is { } arm && found.Figures.All(f => f is { HazardRatio: null, Comparator: not null, ComparatorResult: not null })) return found.Figures.Select(f => f.FromComparator(arm));
        item.Report<object>($"'{reference}' cannot be read from its comparator: the trial needs 'arm', its figures both results and no hazard ratio");
        return [];
    }

    private static (Trial Trial, IReadOnlyList<Evidence> Figures)? Find(YamlItem item, string reference, Vocabulary vocabulary)
    {
        string[] ends = reference.Split('#', 2);
        if (!vocabulary.Trials.TryGetValue(ends[0], out Trial? trial))
        {
            item.Report<object>($"no trial has the id '{ends[0]}'{Nearest.Hint(ends[0], vocabulary.Trials.Keys)}");
            return null;
        }

        Evidence[] figures = [.. trial.Reports.Where(report => ends.Length == 1 || report.Id == ends[1]).SelectMany(report => report.Figures)];
        if (figures.Length == 0) item.Report<object>($"trial '{trial.Id}' has no report '{ends[^1]}'{Nearest.Hint(ends[^1], trial.Reports.Select(r => r.Id).OfType<string>())}");
        return (trial, figures);
    }
}
