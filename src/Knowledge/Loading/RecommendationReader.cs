using System.Globalization;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Recommendations;

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
        IReadOnlyList<OrderCase> cases = [.. entry.Entries("cases").Select(Case)];
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
            UrgencyRules = [.. entry.Entries("urgency-rules").Select(rule =>
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
            Applies = trigger == Trigger.Order ? new AnyOf([.. cases.Select(c => c.When)]) : _criteria.Required(entry, "applies"),
            Satisfied = _criteria.Optional(entry, "satisfied"),
            Options = [.. entry.Entries("options").Select(Option)],
            ToConfirm = rules.Confirmations(entry, "to-confirm"),
            Information = rules.Information(entry, "information"),
            OverrideReasons = overrideReasons,
            Combine = entry.Flag("combine"),
            HasCard = !entry.Has("card") || entry.Flag("card"),
            Evidence = RegimenReader.ReadEvidence(entry, vocabulary),
            Citations = entry.Citations("citations", required: true),
        };
        foreach (string twice in definition.Options.GroupBy(o => o.Id).Where(g => g.Count() > 1).Select(g => g.Key)) entry.Defect($"option '{twice}' stands twice");
        entry.Finish();
        return definition;
    }

    private OrderCase Case(YamlEntry entry)
    {
        var read = new OrderCase
        {
            Id = entry.RequiredText("id"),
            When = _criteria.Required(entry, "when"),
            Finding = entry.RequiredLocalized("finding"),
            Brief = entry.Localized("brief"),
            Detail = entry.Localized("detail"),
            Urgency = entry.Word<Urgency>("urgency") ?? entry.Report(Urgency.Warning, "'urgency' is missing"),
            Citations = entry.Citations("citations", required: true),
            Options = [.. entry.Entries("options").Select(Option)],
            OptionsOf = entry.Text("options-of"),
            ToConfirm = rules.Confirmations(entry, "to-confirm"),
        };
        entry.Finish();
        return read;
    }

    private OptionDefinition Option(YamlEntry entry)
    {
        string id = entry.RequiredText("id");
        if (!IsKnownOption(id)) entry.Defect($"unknown option '{id}': no regimen, drug, fact, procedure or action has this id", "id");
        var option = new OptionDefinition
        {
            Id = id,
            Standing = entry.Word<Standing>("standing") ?? entry.Report(Standing.Alternative, "'standing' is missing"),
            Reason = entry.Localized("reason"),
            When = _criteria.Optional(entry, "when"),
            Rules = rules.Standing(entry, "rules"),
            PreferredWhen = rules.Information(entry, "preferred-when"),
            KeepWhenRefractory = entry.Flag("keep-when-refractory"),
            AgainstMyeloma = !entry.Has("against-myeloma") || entry.Flag("against-myeloma"),
            Orders = [.. entry.Entries("orders").Select(Order)],
            Evidence = RegimenReader.ReadEvidence(entry, vocabulary),
            Citations = entry.Citations("citations", required: false),
        };
        entry.Finish();
        return vocabulary.Places.Mark(option, entry);
    }

    private bool IsKnownOption(string id) => vocabulary.Regimens.Contains(id) || vocabulary.Drugs.Contains(id) || vocabulary.Facts.ContainsKey(id)
        || vocabulary.Procedures.Contains(id) || vocabulary.Actions.Contains(id);

    private Order Order(YamlEntry entry)
    {
        Order order = entry.Has("drug") ? Drug(entry)
            : entry.Has("change-dose") ? Change(entry)
            : entry.Flag("remove") ? new OrderRemoval
            {
                Text = entry.RequiredLocalized("text"),
                Reason = entry.RequiredLocalized("reason"),
                When = _criteria.Optional(entry, "when"),
            }
            : new ServiceOrder
            {
                For = KnownService(entry),
                DueIn = DueIn(entry),
                Text = entry.RequiredLocalized("text"),
                Reason = entry.RequiredLocalized("reason"),
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
    private DoseChange Change(YamlEntry entry)
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
            Reason = entry.RequiredLocalized("reason"),
            When = _criteria.Optional(entry, "when"),
        };
    }

    private string KnownService(YamlEntry entry)
    {
        string id = entry.RequiredText("service");
        if (id.Length > 0 && !IsKnownOption(id)) entry.Defect($"unknown service '{id}'", "service");
        return id;
    }

    private DrugOrder Drug(YamlEntry entry)
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
            Source = entry.SingleCitation("source"),
            IsRepeat = entry.Flag("repeat"),
            Text = entry.RequiredLocalized("text"),
            Reason = entry.RequiredLocalized("reason"),
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
