using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Loading;

/// <summary>Reads the small rules that drugs, options, conclusions and recommendations share.</summary>
internal sealed class RuleReader(Vocabulary vocabulary, CriterionReader criteria)
{
    private readonly DoseBandReader _bands = new(vocabulary, criteria);

    public CriterionReader Criteria => criteria;

    public IReadOnlyList<StandingRule> Standing(YamlEntry entry, string key) => [.. entry.Entries(key, SharedKind.Rule).Select(rule =>
    {
        var read = new StandingRule(
            criteria.Required(rule, "when"),
            rule.Word<Standing>("standing") ?? rule.Report(Therapy.Standing.Caution, "'standing' is missing"),
            rule.RequiredText("code"),
            rule.RequiredLocalized("reason"),
            CitationReader.Optional(rule, "citations", vocabulary)) { Route = rule.Word<Route>("route"), ReducedDoseOnly = rule.Flag("reduced-dose-only") };
        rule.Finish();
        return read;
    })];

    public IReadOnlyList<ConfirmationRule> Confirmations(YamlEntry entry, string key) => [.. entry.Entries(key, SharedKind.Rule).Select(rule =>
    {
        Criterion when = criteria.Optional(rule, "when") ?? new Always();
        var read = new ConfirmationRule(when, rule.Has("text") ? rule.RequiredLocalized("text") : YamlEntry.LocalizedSelf(rule));
        rule.Finish();
        return read;
    })];

    public IReadOnlyList<InformationRule> Information(YamlEntry entry, string key) => [.. entry.Entries(key, SharedKind.Rule).Select(rule =>
    {
        Criterion when = criteria.Optional(rule, "when") ?? new Always();
        var read = new InformationRule(when, rule.Has("text") ? rule.RequiredLocalized("text") : YamlEntry.LocalizedSelf(rule));
        if (EventDates.Defect(read.Text) is { } defect) rule.Defect(defect, "text");
        rule.Finish();
        return read;
    })];

    public IReadOnlyList<DoseBand> Bands(YamlEntry entry) => _bands.Read(entry);
}
