using Cds.Knowledge.Approvals;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Loading.Forms;
using Cds.Knowledge.Units;

namespace Cds.Knowledge.Vignettes;

/// <summary>Reads vignette files (a mapping with the list <c>vignettes</c>, or the bare list).</summary>
public sealed class VignetteReader(KnowledgeBase knowledge)
{
    private readonly ExpectationReader _expectations = new(knowledge);

    /// <summary>Reads one file. Of rules that an overlay has switched off nothing is expected; a vignette may so be left without an expectation.</summary>
    /// <exception cref="KnowledgeDefectsException">The file has defects.</exception>
    public IReadOnlyList<Vignette> Read(KnowledgeFile file) => Read(file, new DefectList());

    /// <summary>The same, with the list that collects what is wrong.</summary>
    internal IReadOnlyList<Vignette> Read(KnowledgeFile file, DefectList defects)
    {
        YamlEntry? entry = YamlEntry.Parse(file, Shape.Of(VignetteForms.File), defects, new SharedEntries(), bareList: "vignettes");
        IReadOnlyList<Vignette> vignettes = entry is null ? [] : [.. entry.Entries("vignettes").Select(ReadOne)];
        entry?.Finish();
        foreach (string twice in vignettes.GroupBy(v => v.Name).Where(g => g.Count() > 1).Select(g => g.Key)) defects.Add(file.Path, 0, $"two vignettes are named '{twice}'");
        defects.ThrowIfAny();
        return vignettes;
    }

    private Vignette ReadOne(YamlEntry entry)
    {
        string name = entry.RequiredText("name");
        AsOf asOf = ReadAsOf(entry);
        YamlEntry? person = entry.Entry("patient");
        var patient = new PatientFacts
        {
            Subject = "Patient/vignette",
            BirthDate = person?.Text("born") is { } born ? Date(person, "born", born) : null,
            Sex = person?.Word<Sex>("sex") ?? Sex.Unknown,
            Observations = [.. entry.Entries("facts").Select((f, i) => Fact(f, i)).OfType<ObservedFact>()],
            Conditions = [.. entry.Entries("conditions").Select(Condition)],
            DrugRecords = [.. entry.Entries("drugs").Select(Drug)],
            Procedures = [.. entry.Entries("procedures").Select(Procedure)],
            Allergies = [.. entry.Texts("allergies").Select((drug, i) => new RecordedAllergy(Known(entry, drug, knowledge.Drugs.Keys), null, $"AllergyIntolerance/a{i}"))],
            DraftOrders = [.. entry.Entries("orders").Where(o => o.Has("drug")).Select(Order)],
            DraftServices = [.. entry.Entries("orders").Where(o => o.Has("service")).Select(Service)],
            KnownHistory = History(entry),
            Unidentified = [.. entry.Entries("unidentified").Select(Unidentified)],
        };
        foreach (YamlEntry order in entry.Entries("orders").Where(o => !o.Has("drug") && !o.Has("service"))) order.Defect("an order names a 'drug' or a 'service'");
        person?.Finish();
        var settings = entry.Texts("settings").ToHashSet();
        string jurisdiction = entry.Text("jurisdiction") ?? ApprovalTable.DefaultJurisdiction;
        if (!knowledge.Approvals.Jurisdictions.ContainsKey(jurisdiction)) entry.Unknown("jurisdiction", jurisdiction, knowledge.Approvals.Jurisdictions.Keys);
        IReadOnlyList<Expectation> expectations = _expectations.Read(entry);
        entry.Finish();
        return new Vignette(entry.File, name, asOf, patient, settings, expectations) { Jurisdiction = jurisdiction };
    }

    private static AsOf ReadAsOf(YamlEntry entry)
    {
        string text = entry.RequiredText("asOf");
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return AsOf.EndOf(day);
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime moment)) return AsOf.At(moment);
        entry.Defect($"'{text}' is no date", "asOf");
        return AsOf.EndOf(DateOnly.MinValue);
    }

    private ObservedFact? Fact(YamlEntry entry, int index)
    {
        string id = entry.RequiredText("fact");
        string value = entry.RequiredText("value");
        string? unit = entry.Text("unit");
        ClinicalDate date = Date(entry, "date", entry.RequiredText("date"));
        decimal? low = entry.Number("lower-limit");
        decimal? high = entry.Number("upper-limit");
        entry.Finish();
        if (!knowledge.Facts.TryGetValue(id, out FactDefinition? fact)) return entry.Report<ObservedFact?>(null, $"unknown fact '{id}'{Nearest.Hint(id, knowledge.Facts.Keys)}", "fact");
        if (Value(entry, fact, value, unit) is not { } read) return null;
        return new ObservedFact(id, read, date, $"Observation/f{index}") { Limits = low is null && high is null ? null : new ReferenceLimits(low, high) };
    }

    private FactValue? Value(YamlEntry entry, FactDefinition fact, string text, string? unit)
    {
        switch (fact.Kind)
        {
            case FactKind.Presence:
                return text is "present" or "absent" or "true" or "false"
                    ? new PresenceValue(text is "present" or "true")
                    : entry.Report<FactValue?>(null, $"'{fact.Id}' is present or absent, not '{text}'", "value");
            case FactKind.Code:
                return fact.Codes.Contains(text) ? new CodeValue(text) : entry.Report<FactValue?>(null, $"'{fact.Id}' has no code '{text}'{Nearest.Hint(text, fact.Codes)}", "value");
            case FactKind.Count when text is "present":
                return new QuantityValue(ValueRange.AtLeast(1m));
            case FactKind.Count when text is "absent":
                return new QuantityValue(ValueRange.Exactly(0m));
            case FactKind.Quantity or FactKind.Number or FactKind.Count:
                string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (!decimal.TryParse(parts[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
                    return entry.Report<FactValue?>(null, $"'{text}' is no number", "value");
                ValueRange range = parts.Length == 1 ? ValueRange.Exactly(number) : parts[0] switch
                {
                    "<" => ValueRange.LessThan(number),
                    "<=" => ValueRange.AtMost(number),
                    ">" => ValueRange.MoreThan(number),
                    ">=" => ValueRange.AtLeast(number),
                    _ => entry.Report(ValueRange.Exactly(number), $"unknown comparator '{parts[0]}'", "value"),
                };
                if (unit is null || unit == fact.Unit) return new QuantityValue(range);
                return fact.ToCanonical(range, unit, knowledge.UnitSpellings) is { } converted
                    ? new QuantityValue(converted)
                    : entry.Report<FactValue?>(null, $"'{unit}' is no unit of '{fact.Id}'{Nearest.Hint(unit, fact.Units.Keys)}", "unit");
            default:
                throw new InvalidOperationException($"Add the fact kind {fact.Kind} to VignetteReader.");
        }
    }

    private RecordedCondition Condition(YamlEntry entry)
    {
        string id = Known(entry, entry.RequiredText("condition"), knowledge.Conditions.Keys);
        string status = entry.Text("status") ?? "current";
        if (status is not ("current" or "history" or "remission")) entry.Defect($"unknown status '{status}'", "status");
        var condition = new RecordedCondition(id, status == "current", $"Condition/{id}")
        {
            InRemission = status == "remission",
            Since = entry.Text("since") is { } since ? Date(entry, "since", since) : null,
            Until = entry.Text("until") is { } until ? Date(entry, "until", until) : null,
            IsSevere = entry.Has("severe") ? entry.Flag("severe") : null,
        };
        entry.Finish();
        return condition;
    }

    private DrugRecord Drug(YamlEntry entry)
    {
        string id = Known(entry, entry.RequiredText("drug"), knowledge.Drugs.Keys);
        string? end = entry.Text("end");
        (decimal? amount, _, string? unit) = RegimenReader.Dose(entry, "dose");
        var record = new DrugRecord(
            id, entry.Word<DrugRecordSource>("source") ?? DrugRecordSource.Statement,
            entry.Word<DrugRecordStatus>("status") ?? (end is null ? DrugRecordStatus.Active : DrugRecordStatus.Ended),
            entry.Text("resource") ?? $"MedicationStatement/{id}-{entry.Line}")
        {
            Start = entry.Text("start") is { } start ? Date(entry, "start", start) : null,
            End = end is null ? null : Date(entry, "end", end),
            DoseAmount = amount,
            DoseUnit = unit,
            DosesPer28Days = entry.Number("doses-per-28-days"),
            RecordedLine = entry.Integer("line"),
            IsRecordedRefractory = entry.Flag("refractory"),
        };
        entry.Finish();
        return record;
    }

    /// <summary>A draft order; <c>replaces</c> names the resource of a drug record.</summary>
    private DraftOrder Order(YamlEntry entry)
    {
        string id = Known(entry, entry.RequiredText("drug"), knowledge.Drugs.Keys);
        (decimal? amount, _, string? unit) = RegimenReader.Dose(entry, "dose");
        var order = new DraftOrder(id, entry.Text("resource") ?? $"MedicationRequest/draft-{id}-{entry.Line}", !entry.Has("selected") || entry.Flag("selected"))
        {
            DoseAmount = amount,
            DoseUnit = unit,
            DosesPer28Days = entry.Number("doses-per-28-days"),
            CourseDays = entry.Number("course-days"),
            FirstDay = entry.Text("from") is { } from ? Date(entry, "from", from).EarliestDay : null,
            Route = entry.Word<Route>("route"),
            Replaces = entry.Texts("replaces"),
        };
        entry.Finish();
        return order;
    }

    private DraftService Service(YamlEntry entry)
    {
        var service = new DraftService(
            Known(entry, entry.RequiredText("service"), [.. knowledge.Facts.Keys, .. knowledge.Actions.Keys]), $"ServiceRequest/draft-{entry.Line}");
        entry.Finish();
        return service;
    }

    private RecordedProcedure Procedure(YamlEntry entry)
    {
        string id = Known(entry, entry.RequiredText("procedure"), knowledge.Procedures.Keys);
        var procedure = new RecordedProcedure(id, entry.Text("date") is { } date ? Date(entry, "date", date) : null, $"Procedure/{id}-{entry.Line}");
        entry.Finish();
        return procedure;
    }

    private static UnidentifiedRecord Unidentified(YamlEntry entry)
    {
        var record = new UnidentifiedRecord(
            entry.Word<RecordedHistory>("part") ?? entry.Report(RecordedHistory.Medications, "'part' is missing"), $"Unidentified/{entry.Line}")
        {
            MayBe = entry.Texts("may-be"),
            Since = entry.Text("start") is { } start ? Date(entry, "start", start) : null,
            Until = entry.Text("end") is { } end ? Date(entry, "end", end) : null,
            MayBeCurrent = !entry.Has("current") || entry.Flag("current"),
        };
        if (record.Part is RecordedHistory.None or RecordedHistory.All) entry.Defect("'part' is one part of the history", "part");
        entry.Finish();
        return record;
    }

    private static RecordedHistory History(YamlEntry entry)
    {
        RecordedHistory known = RecordedHistory.None;
        if (!entry.Has("history-known")) return RecordedHistory.All;
        foreach (string part in entry.Texts("history-known"))
        {
            if (Enum.TryParse(part, ignoreCase: true, out RecordedHistory flag)) known |= flag;
            else entry.Defect($"unknown part of the history '{part}'", "history-known");
        }

        return known;
    }

    private static string Known(YamlEntry entry, string id, IEnumerable<string> known)
    {
        if (!known.Contains(id)) entry.Unknown("id", id, known);
        return id;
    }

    private static ClinicalDate Date(YamlEntry entry, string key, string text)
    {
        const DateTimeStyles None = DateTimeStyles.None;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, None, out DateOnly day)) return ClinicalDate.OnDay(day);
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, None, out DateOnly month)) return ClinicalDate.InMonth(month.Year, month.Month);
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year)) return ClinicalDate.InYear(year);
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, None, out DateTime moment)) return ClinicalDate.At(moment);
        entry.Defect($"'{text}' is no date", key);
        return ClinicalDate.InYear(1);
    }
}
