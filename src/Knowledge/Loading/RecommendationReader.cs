using System.Text.RegularExpressions;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading;

/// <summary>Reads recommendations.</summary>
internal sealed partial class RecommendationReader(Vocabulary vocabulary, RuleReader rules, IReadOnlyList<Drug> drugs, ModuleBook modules)
{
    /// <summary>Card topics of the contract.</summary>
    internal static readonly string[] Topics =
        ["staging", "risk", "response", "regimen", "prophylaxis", "bone-disease", "eligibility", "workup", "safety"];

    private readonly CriterionReader _criteria = rules.Criteria;

    public RecommendationDefinition Read(YamlEntry entry, YamlEntry? replaced)
    {
        string topic = entry.RequiredText("topic");
        if (!Topics.Contains(topic)) entry.Unknown("topic", topic, Topics, "topic");
        IReadOnlyList<string> overrideReasons = entry.Texts("override-reasons");
        foreach (string reason in overrideReasons.Where(r => !vocabulary.OverrideReasons.Contains(r))) entry.Unknown("override reason", reason, vocabulary.OverrideReasons, "override-reasons");
        Trigger trigger = entry.Word<Trigger>("trigger") ?? Trigger.Assessment;
        if (trigger != Trigger.Running && entry.Has("except")) entry.Defect("'except' belongs to 'trigger: running'", "except");
        LocalizedText? orderReason = entry.Localized("order-reason");
        IReadOnlyList<OrderCase> cases = [.. entry.Entries("cases").Select(c => Case(c, orderReason))];
        if ((trigger == Trigger.Order) != (cases.Count > 0)) entry.Defect("'cases' and 'trigger: order' belong together");
        foreach (string twice in cases.GroupBy(c => c.Id).Where(g => g.Count() > 1).Select(g => g.Key)) entry.Defect($"case '{twice}' stands twice");
        var definition = new RecommendationDefinition
        {
            Id = entry.RequiredText("id"),
            Title = entry.RequiredLocalized("title"),
            Topic = topic,
            Origin = modules.OriginOf(entry, replaced),
            Grade = Graded(entry),
            EvidenceLevel = entry.Text("evidence-level"),
            Urgency = entry.Word<Urgency>("urgency") ?? Urgency.Info,
            UrgencyRules = [.. entry.Entries("urgency-rules", SharedKind.Rule).Select(rule =>
            {
                var read = new UrgencyRule(_criteria.Required(rule, "when"), rule.Word<Urgency>("urgency") ?? Urgency.Info);
                rule.Finish();
                return read;
            })],
            Place = entry.Integer("order") ?? 100,
            Summary = entry.RequiredLocalized("summary"),
            Summaries = [.. entry.Entries("summaries").Select(Summary)],
            Detail = entry.RequiredLocalized("detail"),
            Advice = entry.Localized("advice"),
            Trigger = trigger,
            Cases = cases,
            ExceptCodes = entry.Texts("except"),
            Applies = trigger == Trigger.Running ? new Always() : trigger == Trigger.Order ? new AnyOf([.. cases.Select(c => c.When)]) : _criteria.Required(entry, "applies"),
            Satisfied = _criteria.Optional(entry, "satisfied"),
            Options = Options(entry, orderReason),
            ToConfirm = rules.Confirmations(entry, "to-confirm"),
            Information = rules.Information(entry, "information"),
            OverrideReasons = overrideReasons,
            Combine = entry.Flag("combine"),
            Ranking = entry.Text("ranking"),
            HasCard = !entry.Has("card") || entry.Flag("card"),
            Evidence = EvidenceReader.Read(entry, vocabulary),
            Citations = CitationReader.Required(entry, "citations", vocabulary),
        };
        foreach (string twice in definition.Options.GroupBy(o => o.Id).Where(g => g.Count() > 1).Select(g => g.Key)) entry.Defect($"option '{twice}' stands twice");
        entry.Finish();
        return definition;
    }

    private OrderCase Case(YamlEntry entry, LocalizedText? orderReason)
    {
        BandsOfCase? bands = Bands(entry);
        var read = new OrderCase
        {
            Id = entry.RequiredText("id"),
            Bands = bands,
            When = bands is null ? _criteria.Required(entry, "when") : bands.Misses(_criteria.Optional(entry, "also-when"), _criteria.Optional(entry, "except-when")),
            Finding = bands is null || entry.Has("finding") ? entry.RequiredLocalized("finding") : new LocalizedText("the dose is {band}", "用量は{band}"),
            Brief = entry.Localized("brief"),
            Detail = entry.Localized("detail"),
            Urgency = entry.Word<Urgency>("urgency") ?? entry.Report(Urgency.Warning, "'urgency' is missing"),
            Citations = bands is null || entry.Has("citations") ? CitationReader.Required(entry, "citations", vocabulary) : [.. bands.Bands.SelectMany(b => b.Citations).Distinct()],
            Options = Options(entry, entry.Localized("order-reason") ?? orderReason),
            OptionsOf = entry.Text("options-of"),
            Running = entry.Entry("running") is { } running ? Running(running, bands) : null,
            ToConfirm = rules.Confirmations(entry, "to-confirm"),
        };
        entry.Finish();
        return read;
    }

    /// <summary><c>bands: { drug: lenalidomide, of: [below-60] }</c>: lines of the dose table of a drug.</summary>
    private BandsOfCase? Bands(YamlEntry entry)
    {
        if (entry.Entry("bands") is not { } bands) return null;
        string id = bands.RequiredText("drug");
        IReadOnlyList<DoseBand> table = drugs.FirstOrDefault(d => d.Id == id)?.Bands ?? [];
        if (table.Count == 0) bands.Defect($"drug '{id}' has no dose table ('bands')", "drug");
        IReadOnlyList<string> names = bands.Texts("of");
        if (names.Count == 0) bands.Defect("'of' names no band", "of");
        foreach (string name in names.Where(n => table.All(b => b.Id != n))) bands.Defect($"drug '{id}' has no band '{name}'", "of");
        bands.Finish();
        return new BandsOfCase(id, [.. table.Where(b => b.Id is not null && names.Contains(b.Id))]);
    }

    /// <summary>What is said of a drug that runs in a dose above its table: both doses, so that neither is taken for the other.</summary>
    private static LocalizedText AboveTable { get; } = new("{dose} runs; by the label {band}", "投与中は{dose}、添付文書の用量は{band}");

    private static RunningStanding Running(YamlEntry entry, BandsOfCase? bands)
    {
        Standing standing = entry.Word<Standing>("standing") ?? entry.Report(Standing.Caution, "'standing' is missing");
        if (standing < Standing.Caution) entry.Defect("a drug that runs is 'caution' or 'avoid'", "standing");
        var read = new RunningStanding(standing, entry.RequiredText("code"), entry.Localized("reason") ?? (bands is null ? null : AboveTable), entry.Flag("quiet"));
        entry.Finish();
        return read;
    }

    private SummaryVariant Summary(YamlEntry entry)
    {
        var read = new SummaryVariant(_criteria.Optional(entry, "when"), entry.Texts("first"), entry.RequiredLocalized("text"), entry.Localized("advice"));
        foreach (string unknown in read.First.Where(id => !IsKnownOption(id))) entry.Defect($"unknown option '{unknown}'{Nearest.Hint(unknown, Offerable)}", "first");
        entry.Finish();
        return read;
    }

    private IReadOnlyList<OptionDefinition> Options(YamlEntry entry, LocalizedText? orderReason) =>
        [.. entry.Entries("options", SharedKind.Option).SelectMany(o => Option(o, orderReason))];

    /// <summary>An option; with <c>ids</c> several that differ in nothing else.</summary>
    private IEnumerable<OptionDefinition> Option(YamlEntry entry, LocalizedText? reasonOfRule)
    {
        LocalizedText? orderReason = entry.Localized("order-reason") ?? reasonOfRule;
        IReadOnlyList<string> ids = entry.Has("ids") ? entry.Texts("ids") : [entry.RequiredText("id")];
        foreach (string id in ids.Where(id => !IsKnownOption(id)))
            entry.Defect($"unknown option '{id}': no regimen, drug, fact, procedure or action has this id{Nearest.Hint(id, Offerable)}", entry.Has("ids") ? "ids" : "id");
        IReadOnlyList<Order> orders = entry.Localized("order") is { } examination
            ? [new ServiceOrder { For = ids is [var only] ? only : entry.Report("", "'order' belongs to an option with one id", "ids"), Text = examination, Reason = orderReason ?? entry.Report(examination, "'order' needs an 'order-reason', here or for the whole rule", "order") }]
            : [.. entry.Entries("orders", SharedKind.Order).Select(o => Order(o, orderReason))];
        var option = new OptionDefinition
        {
            Id = ids.Count > 0 ? ids[0] : "",
            Standing = entry.Word<Standing>("standing") ?? entry.Report(Standing.Alternative, "'standing' is missing"),
            Reason = entry.Localized("reason"),
            When = _criteria.Optional(entry, "when"),
            Rules = rules.Standing(entry, "rules"),
            PreferredWhen = rules.Information(entry, "preferred-when"),
            KeepWhenRefractory = entry.Flag("keep-when-refractory"),
            AgainstMyeloma = !entry.Has("against-myeloma") || entry.Flag("against-myeloma"),
            Orders = orders,
            Evidence = EvidenceReader.Read(entry, vocabulary),
            Citations = CitationReader.Optional(entry, "citations", vocabulary),
        };
        entry.Finish();
        return ids.Select(id => vocabulary.Places.Mark(option with { Id = id }, entry));
    }

    private IEnumerable<string> Offerable => [.. vocabulary.Regimens, .. vocabulary.Drugs, .. vocabulary.Facts.Keys, .. vocabulary.Procedures, .. vocabulary.Actions];

    private bool IsKnownOption(string id) => vocabulary.Regimens.Contains(id) || vocabulary.Drugs.Contains(id) || vocabulary.Facts.ContainsKey(id)
        || vocabulary.Procedures.Contains(id) || vocabulary.Actions.Contains(id);

    /// <summary>Why it is ordered: as the order itself says, else as the rule says for all its orders.</summary>
    private static LocalizedText Reason(YamlEntry entry, LocalizedText? ofRule) =>
        entry.Has("reason") || ofRule is null ? entry.RequiredLocalized("reason") : ofRule;

    private Order Order(YamlEntry entry, LocalizedText? orderReason)
    {
        Order order = entry.Has("drug") ? Drug(entry, orderReason)
            : entry.Has("change-dose") ? Change(entry, orderReason)
            : entry.Flag("remove") ? new OrderRemoval
            {
                Text = entry.RequiredLocalized("text"),
                Reason = Reason(entry, orderReason),
                When = _criteria.Optional(entry, "when"),
            }
            : new ServiceOrder
            {
                For = KnownService(entry),
                DueIn = DueIn(entry),
                Text = entry.RequiredLocalized("text"),
                Reason = Reason(entry, orderReason),
                When = _criteria.Optional(entry, "when"),
            };
        entry.Finish();
        return vocabulary.Places.Mark(order, entry);
    }

    /// <summary><c>6 mo</c> or <c>2-3 mo</c>.</summary>
    private static DueIn? DueIn(YamlEntry entry)
    {
        (decimal? from, decimal? to, string? unit) = RegimenReader.Dose(entry, "due-in");
        if (from is not { } first) return null;
        if (unit is "mo" or "wk" && decimal.IsInteger(first) && decimal.IsInteger(to ?? first)) return new DueIn((int)first, (int)(to ?? first), unit == "wk");
        return entry.Report<DueIn?>(null, "'due-in' has to be a number or range of months or weeks ('2-3 mo', '4-6 wk')", "due-in");
    }

    /// <summary><c>change-dose: 10 mg</c>, or <c>change-dose: to-regimen</c> for the nearest dose that the regimens plan.</summary>
    private DoseChange Change(YamlEntry entry, LocalizedText? orderReason)
    {
        bool toRegimen = entry.Text("change-dose") == "to-regimen";
        (decimal? amount, _, string? unit) = toRegimen ? (null, null, null) : RegimenReader.Dose(entry, "change-dose");
        return new DoseChange
        {
            DoseAmount = amount,
            DoseUnit = unit,
            ToRegimen = toRegimen,
            Frequency = Frequency(entry),
            Text = entry.RequiredLocalized("text"),
            Reason = Reason(entry, orderReason),
            When = _criteria.Optional(entry, "when"),
        };
    }

    private string KnownService(YamlEntry entry)
    {
        string id = entry.RequiredText("service");
        if (id.Length > 0 && !IsKnownOption(id)) entry.Unknown("service", id, Offerable, "service");
        return id;
    }

    private DrugOrder Drug(YamlEntry entry, LocalizedText? orderReason)
    {
        string drug = entry.RequiredText("drug");
        if (!vocabulary.Drugs.Contains(drug)) entry.Unknown("drug", drug, vocabulary.Drugs, "drug");
        (decimal? low, decimal? high, string? unit) = RegimenReader.Dose(entry, "dose");
        (decimal? maximum, _, _) = RegimenReader.Dose(entry, "max-dose");
        return new DrugOrder
        {
            DrugId = drug,
            DoseAmount = low,
            DoseAmountHigh = high,
            DoseUnit = unit,
            MaximumDose = maximum,
            Route = entry.Word<Route>("route") ?? entry.Report(Route.Oral, "'route' is missing"),
            IsOnce = entry.Text("frequency") == "once",
            Frequency = Frequency(entry),
            Days = [.. entry.Texts("days").Select(d => int.TryParse(d, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int day) ? day : entry.Report(0, $"'{d}' is no day", "days"))],
            CycleDays = entry.Integer("cycle-days"),
            Cycles = entry.Integer("cycles"),
            Source = CitationReader.Single(entry, "source", vocabulary),
            IsByBand = ByBand(entry, drug),
            IsRepeat = entry.Flag("repeat"),
            Text = entry.RequiredLocalized("text"),
            Reason = Reason(entry, orderReason),
            When = _criteria.Optional(entry, "when"),
        };
    }

    private bool ByBand(YamlEntry entry, string drug)
    {
        bool isByBand = entry.Flag("by-band");
        if (isByBand && drugs.All(d => d.Id != drug || d.Bands.Count == 0)) entry.Defect($"drug '{drug}' has no dose table ('bands')", "by-band");
        if (isByBand && entry.Has("dose")) entry.Defect("the dose stands in the dose table of the drug", "dose");
        return isByBand;
    }

    /// <summary><c>1 per 1 d</c>, <c>2 per 12 h</c>; <c>once</c> for a single dose.</summary>
    public static Frequency? Frequency(YamlEntry entry)
    {
        if (entry.Text("frequency") is not { } text || text == "once") return null;
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var times, "per", var period, "h" or "d" or "wk" or "mo"]
            && int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out int n)
            && int.TryParse(period, NumberStyles.None, CultureInfo.InvariantCulture, out int length)) return new Frequency(n, length, parts[3]);
        return entry.Report<Frequency?>(null, $"'frequency: {text}' has to read like '1 per 1 d'", "frequency");
    }

    /// <summary>A bare grade is the same in both languages; one with words is given in both.</summary>
    private static LocalizedText? Graded(YamlEntry entry)
    {
        if (entry.IsMapping("grade")) return entry.Localized("grade");
        if (entry.Text("grade") is not { } grade) return null;
        return WordOfGrade().IsMatch(grade) ? entry.Report<LocalizedText?>(null, $"the grade '{grade}' has words: give it in both languages (en, ja)", "grade") : new LocalizedText(grade, grade);
    }

    [GeneratedRegex("[A-Za-z]{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex WordOfGrade();
}
