using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Loading;

/// <summary>Reads trials. What all figures of a report or of the trial share is written there once.</summary>
internal static class TrialReader
{
    public static Trial Read(YamlEntry entry, Vocabulary vocabulary)
    {
        string id = entry.RequiredText("id");
        LocalizedText title = entry.RequiredLocalized("title");
        LocalizedText? arm = vocabulary.EvidenceTerms.Optional(entry, "arm");
        Shared shared = Shared.Read(entry, Shared.Nothing, vocabulary);
        List<TrialReport> reports = [.. entry.Entries("reports").Select(report => ReadReport(report, title, shared, vocabulary))];
        if (entry.Has("figures")) reports.Add(new TrialReport(null, Figures(entry, title, shared, vocabulary)));
        if (reports.Count == 0) entry.Defect("a trial has 'figures', or 'reports' with figures");
        entry.Finish();
        return new Trial(id, title, reports) { Arm = arm };
    }

    private static TrialReport ReadReport(YamlEntry report, LocalizedText trial, Shared outer, Vocabulary vocabulary)
    {
        var read = new TrialReport(report.Text("id"), Figures(report, trial, Shared.Read(report, outer, vocabulary), vocabulary));
        report.Finish();
        return read;
    }

    private static IReadOnlyList<Evidence> Figures(YamlEntry holder, LocalizedText trial, Shared outer, Vocabulary vocabulary)
    {
        IReadOnlyList<YamlEntry> figures = holder.Entries("figures");
        if (figures.Count == 0) holder.Defect("'figures' is missing");
        return [.. figures.Select(figure => Figure(figure, trial, outer, vocabulary))];
    }

    private static Evidence Figure(YamlEntry figure, LocalizedText trial, Shared outer, Vocabulary vocabulary)
    {
        Shared own = Shared.Read(figure, outer, vocabulary);
        var evidence = new Evidence
        {
            Trial = trial,
            Population = own.Population ?? figure.Report(new LocalizedText("", ""), "'population' is missing"),
            Endpoint = vocabulary.EvidenceTerms.Required(figure, "endpoint"),
            Result = vocabulary.EvidenceTerms.Optional(figure, "result"),
            Comparator = own.Comparator,
            ComparatorResult = vocabulary.EvidenceTerms.Optional(figure, "comparator-result"),
            HazardRatio = figure.Number("hazard-ratio"),
            P = figure.Text("p"),
            Level = own.Level,
            Reference = own.Reference,
            Citations = own.Citations,
        };
        if (own.Citations.Count == 0) figure.Defect("'citations' is missing: say where it comes from");
        if (evidence.ComparatorResult is not null && evidence.Comparator is null) figure.Defect("'comparator-result' has no 'comparator'", "comparator-result");
        figure.Finish();
        return evidence;
    }

    /// <summary>What a figure takes from its report, and the report from the trial, where it does not say it itself.</summary>
    private sealed record Shared(LocalizedText? Population, LocalizedText? Comparator, string? Level, string? Reference, IReadOnlyList<Citation> Citations)
    {
        public static Shared Nothing { get; } = new(null, null, null, null, []);

        public static Shared Read(YamlEntry entry, Shared outer, Vocabulary vocabulary) => new(
            entry.Localized("population") ?? outer.Population,
            vocabulary.EvidenceTerms.Optional(entry, "comparator") ?? outer.Comparator,
            entry.Text("level") ?? outer.Level,
            entry.Text("reference") ?? outer.Reference,
            entry.Has("citations") ? CitationReader.Required(entry, "citations", vocabulary) : outer.Citations);
    }
}
