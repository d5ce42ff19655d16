using System.Globalization;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Loading;

/// <summary>Reads recommendations.</summary>
internal sealed class RecommendationReader(Vocabulary vocabulary, RuleReader rules)
{
    /// <summary>Card topics of the contract.</summary>
    private static readonly string[] Topics =
        ["staging", "risk", "response", "regimen", "prophylaxis", "bone-disease", "eligibility", "workup", "safety"];

    private readonly CriterionReader _criteria = rules.Criteria;

    public RecommendationDefinition Read(YamlEntry entry)
    {
        string topic = entry.RequiredText("topic");
        if (!Topics.Contains(topic)) entry.Defect($"unknown topic '{topic}'", "topic");
        IReadOnlyList<string> overrideReasons = entry.Texts("override-reasons");
        foreach (string reason in overrideReasons.Where(r => !vocabulary.OverrideReasons.Contains(r))) entry.Defect($"unknown override reason '{reason}'", "override-reasons");
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
            Grade = entry.Text("grade"),
            EvidenceLevel = entry.Text("evidence-level"),
            Urgency = entry.Word<Urgency>("urgency") ?? Urgency.Info,
            UrgencyRules = [.. entry.Entries("urgency-rules", SharedKind.Rule).Select(rule =>
            {
                var read = new UrgencyRule(_criteria.Required(rule, "when"), rule.Word<Urgency>("urgency") ?? Urgency.Info);
                rule.Finish();
                return read;
            })],
            Order = entry.Integer("order") ?? 100,
            Summary = entry.RequiredLocalized("summary"),
            Detail = entry.RequiredLocalized("detail"),
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
            HasCard = !entry.Has("card") || entry.Flag("card"),
            Evidence = RegimenReader.ReadEvidence(entry, vocabulary),
            Citations = CitationReader.Required(entry, "citations", vocabulary),
        };
        foreach (string twice in definition.Options.GroupBy(o => o.Id).Where(g => g.Count() > 1).Select(g => g.Key)) entry.Defect($"option '{twice}' stands twice");
        entry.Finish();
        return definition;
    }

    private OrderCase Case(YamlEntry entry, LocalizedText? orderReason)
    {
        var read = new OrderCase
        {
            Id = entry.RequiredText("id"),
            When = _criteria.Required(entry, "when"),
            Finding = entry.RequiredLocalized("finding"),
            Brief = entry.Localized("brief"),
            Detail = entry.Localized("detail"),
            Urgency = entry.Word<Urgency>("urgency") ?? entry.Report(Urgency.Warning, "'urgency' is missing"),
            Citations = CitationReader.Required(entry, "citations", vocabulary),
            Options = Options(entry, entry.Localized("order-reason") ?? orderReason),
            OptionsOf = entry.Text("options-of"),
            Running = entry.Entry("running") is { } running ? Running(running) : null,
            ToConfirm = rules.Confirmations(entry, "to-confirm"),
        };
        entry.Finish();
        return read;
    }

    private static RunningStanding Running(YamlEntry entry)
    {
        Standing standing = entry.Word<Standing>("standing") ?? entry.Report(Standing.Caution, "'standing' is missing");
        if (standing < Standing.Caution) entry.Defect("a drug that runs is 'caution' or 'avoid'", "standing");
        var read = new RunningStanding(standing, entry.RequiredText("code"), entry.Localized("reason"));
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
            entry.Defect($"unknown option '{id}': no regimen, drug, fact, procedure or action has this id", entry.Has("ids") ? "ids" : "id");
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
            Evidence = RegimenReader.ReadEvidence(entry, vocabulary),
            Citations = CitationReader.Optional(entry, "citations", vocabulary),
        };
        entry.Finish();
        return ids.Select(id => vocabulary.Places.Mark(option with { Id = id }, entry));
    }

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
        if (unit == "mo" && decimal.IsInteger(first) && decimal.IsInteger(to ?? first)) return new DueIn((int)first, (int)(to ?? first));
        return entry.Report<DueIn?>(null, "'due-in' has to be a number or range of months ('2-3 mo')", "due-in");
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
        if (id.Length > 0 && !IsKnownOption(id)) entry.Defect($"unknown service '{id}'", "service");
        return id;
    }

    private DrugOrder Drug(YamlEntry entry, LocalizedText? orderReason)
    {
        string drug = entry.RequiredText("drug");
        if (!vocabulary.Drugs.Contains(drug)) entry.Defect($"unknown drug '{drug}'", "drug");
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
            IsRepeat = entry.Flag("repeat"),
            Text = entry.RequiredLocalized("text"),
            Reason = Reason(entry, orderReason),
            When = _criteria.Optional(entry, "when"),
        };
    }

    /// <summary><c>1 per 1 d</c>, <c>2 per 12 h</c>; <c>once</c> for a single dose.</summary>
    private static Frequency? Frequency(YamlEntry entry)
    {
        if (entry.Text("frequency") is not { } text || text == "once") return null;
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var times, "per", var period, "h" or "d" or "wk" or "mo"]
            && int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out int n)
            && int.TryParse(period, NumberStyles.None, CultureInfo.InvariantCulture, out int length)) return new Frequency(n, length, parts[3]);
        return entry.Report<Frequency?>(null, $"'frequency: {text}' has to read like '1 per 1 d'", "frequency");
    }
}
