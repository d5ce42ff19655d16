using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Modules;

namespace Cds.Knowledge.Loading;

/// <summary>Reads conclusions: first their ids and values (criteria of others name them), then everything.</summary>
internal sealed class ConclusionReader(Vocabulary vocabulary, RuleReader rules, ModuleBook modules)
{
    private readonly CriterionReader _criteria = rules.Criteria;

    /// <summary>Enters the id and the values of a conclusion into the vocabulary.</summary>
    public static void Announce(YamlEntry conclusion, Vocabulary vocabulary)
    {
        YamlEntry entry = conclusion.Peek();
        if (entry.Text("id") is not { } id) return;
        IEnumerable<string?> values = entry.Text("kind") switch
        {
            "table" or "diagnosis" => entry.Entries("rows").Select(r => r.Text("value")),
            "list" => entry.Entries("members").Select(m => m.Text("id")),
            "score" => entry.Entries("bands").Select(b => b.Text("value")),
            "eligibility" when entry.Entry("values") is { } named => [named.Text("passed"), named.Text("failed")],
            "eligibility" => [EligibilityChecklist.Eligible, EligibilityChecklist.Ineligible],
            "computed" => entry.Entries("values").Select(v => v.Text("value")),
            _ => [],
        };
        vocabulary.Conclusions[id] = [.. values.OfType<string>().Distinct()];
        // Exposure and refractoriness have drugs and classes as members.
        if (entry.Has("classes")) vocabulary.Conclusions[id] = [.. vocabulary.Drugs, .. vocabulary.DrugClasses];
    }

    internal static readonly string[] Kinds = ["table", "list", "count", "score", "eligibility", "quantity", "diagnosis", "computed"];

    public ConclusionDefinition? Read(YamlEntry entry, YamlEntry? replaced)
    {
        string id = entry.RequiredText("id");
        LocalizedText title = entry.RequiredLocalized("title");
        bool isInternal = entry.Flag("internal");
        var head = new Head(
            id, title, CitationReader.Required(entry, "citations", vocabulary), _criteria.Optional(entry, "applies") ?? new Always(), isInternal,
            rules.Information(entry, "information"), rules.Confirmations(entry, "to-confirm"), [], StagingCard(entry), modules.OriginOf(entry, replaced));
        ConclusionDefinition? definition = entry.RequiredText("kind") switch
        {
            "table" => Table(entry, head),
            "list" => new MemberList { Id = "", Title = title, Citations = [], Members = Members(entry, head) },
            "count" => new MemberCount { Id = "", Title = title, Citations = [], Members = Members(entry, head) },
            "score" => Score(entry, head),
            "eligibility" => Checklist(entry),
            "quantity" => new FactNumber { Id = "", Title = title, Citations = [], Fact = Fact(entry) },
            "diagnosis" => DiagnosisTable(entry, head),
            "computed" => Computed(entry, head),
            var kind => entry.Report<ConclusionDefinition?>(null, $"unknown kind of conclusion '{kind}'{Nearest.Hint(kind, Kinds)}", "kind"),
        };
        foreach (YamlEntry named in entry.Entries("titles"))
        {
            head.ValueTitles[named.RequiredText("value")] = named.RequiredLocalized("title");
            named.Finish();
        }

        entry.Finish();
        return definition is null ? null : definition with
        {
            Id = head.Id,
            Title = head.Title,
            Citations = head.Citations,
            Applies = head.Applies,
            IsInternal = head.IsInternal,
            Information = head.Information,
            ToConfirm = head.ToConfirm,
            StagingCard = head.StagingCard,
            Origin = head.Origin,
            ValueTitles = head.ValueTitles,
        };
    }

    private DecisionTable Table(YamlEntry entry, Head head)
    {
        var rows = new List<DecisionRow>();
        var conditions = new List<(string Condition, string Value)>();
        foreach (YamlEntry row in entry.Entries("rows"))
        {
            string value = row.RequiredText("value");
            if (row.Localized("title") is { } title) head.ValueTitles[value] = title;
            if (row.Source("when") is { } source) conditions.Add((source, value));
            bool otherwise = row.Flag("otherwise");
            if (otherwise && rows.Exists(r => r.When is null)) row.Defect("only one row can be 'otherwise'");
            if (rows.Exists(r => r.Value == value)) row.Defect($"the value '{value}' has two rows: join them with 'any'");
            rows.Add(new DecisionRow(value, otherwise ? null : _criteria.Required(row, "when")));
            row.Finish();
        }

        if (rows.Count < 2) entry.Defect("a table needs two rows or more");
        foreach (IGrouping<string, string> same in conditions.GroupBy(c => c.Condition, c => c.Value).Where(g => g.Count() > 1))
            entry.Defect($"rows {string.Join(", ", same)} have the same condition: none can be reached alone");
        return new DecisionTable { Id = "", Title = head.Title, Citations = [], Rows = rows };
    }

    private IReadOnlyList<Member> Members(YamlEntry entry, Head head)
    {
        IReadOnlyList<Member> members = [.. entry.Entries("members").Select(member =>
        {
            var read = new Member(member.RequiredText("id"), member.RequiredLocalized("title"), _criteria.Required(member, "when"));
            head.ValueTitles[read.Id] = read.Title;
            member.Finish();
            return read;
        })];
        if (members.Count == 0) entry.Defect("'members' is missing");
        foreach (string twice in members.GroupBy(m => m.Id).Where(g => g.Count() > 1).Select(g => g.Key)) entry.Defect($"member '{twice}' stands twice");
        return members;
    }

    private PointScore Score(YamlEntry entry, Head head) => new()
    {
        Id = "",
        Title = head.Title,
        Citations = [],
        Items = [.. entry.Entries("items").Select(item =>
        {
            var read = new ScoreItem(item.RequiredText("id"), item.RequiredLocalized("title"), [.. item.Entries("points-rows").Select(row =>
            {
                var points = new ScoreRow(row.Number("points") ?? row.Report(0m, "'points' is missing"), _criteria.Required(row, "when"));
                row.Finish();
                return points;
            })]);
            item.Finish();
            return read;
        })],
        Bands = [.. entry.Entries("bands").Select(band =>
        {
            var read = new ScoreBand(band.RequiredText("value"), band.Number("lte"));
            if (band.Localized("title") is { } title) head.ValueTitles[read.Value] = title;
            band.Finish();
            return vocabulary.Places.Mark(read, band);
        })],
    };

    private EligibilityChecklist Checklist(YamlEntry entry)
    {
        (string passed, string failed) = (EligibilityChecklist.Eligible, EligibilityChecklist.Ineligible);
        if (entry.Entry("values") is { } values)
        {
            (passed, failed) = (values.RequiredText("passed"), values.RequiredText("failed"));
            values.Finish();
        }

        return new EligibilityChecklist
        {
            Id = "",
            Title = new LocalizedText("", ""),
            Citations = [],
            Passed = passed,
            Failed = failed,
            Checklist = [.. entry.Entries("criteria").Select(criterion =>
            {
                string unknown = criterion.Text("when-unknown") ?? "undetermined";
                if (unknown is not ("confirm" or "undetermined")) criterion.Defect("'when-unknown' is 'confirm' or 'undetermined'", "when-unknown");
                var read = new ChecklistCriterion(
                    criterion.RequiredText("code"), criterion.RequiredLocalized("text"), _criteria.Required(criterion, "fails-when"), unknown == "confirm",
                    criterion.Localized("confirm-text"), CitationReader.Optional(criterion, "citations", vocabulary));
                criterion.Finish();
                return read;
            })],
        };
    }

    private string Fact(YamlEntry entry)
    {
        string fact = entry.RequiredText("fact");
        if (!vocabulary.Facts.ContainsKey(fact)) entry.Unknown("fact", fact, vocabulary.Facts.Keys, "fact");
        return fact;
    }

    private Diagnosis DiagnosisTable(YamlEntry entry, Head head)
    {
        var rows = new List<DiagnosisRow>();
        foreach (YamlEntry row in entry.Entries("rows"))
        {
            string value = row.RequiredText("value");
            if (row.Localized("title") is { } title) head.ValueTitles[value] = title;
            IReadOnlyList<string> recorded = row.Texts("recorded");
            foreach (string condition in recorded.Where(c => !vocabulary.Conditions.Contains(c))) row.Unknown("condition", condition, vocabulary.Conditions, "recorded");
            rows.Add(new DiagnosisRow(value, _criteria.Optional(row, "when"), recorded, _criteria.Optional(row, "recorded-when")));
            row.Finish();
        }

        return new Diagnosis { Id = "", Title = head.Title, Citations = [], Rows = rows, Evidence = _criteria.Required(entry, "evidence") };
    }

    private static StagingCardPlace? StagingCard(YamlEntry entry)
    {
        if (entry.Entry("staging-card") is not { } card) return null;
        var place = new StagingCardPlace(
            card.Integer("place") ?? card.Report(0, "'place' is missing"),
            card.Word<StagingCardPart>("part") ?? card.Report(StagingCardPart.Risk, "'part' is missing"),
            card.Flag("worth-obtaining"));
        card.Finish();
        return place;
    }

    private ComputedConclusion Computed(YamlEntry entry, Head head)
    {
        Computation computation = entry.Word<Computation>("computation") ?? (entry.Has("computation") ? default : entry.Report(default(Computation), "'computation' is missing: say which code computes it"));
        IReadOnlyList<string> classes = entry.Texts("classes");
        foreach (string unknown in classes.Where(c => !vocabulary.DrugClasses.Contains(c))) entry.Defect($"unknown class '{unknown}'", "classes");
        var values = new List<string>();
        var meanings = new Dictionary<string, LocalizedText>();
        foreach (YamlEntry value in entry.Entries("values"))
        {
            values.Add(value.RequiredText("value"));
            if (value.Localized("title") is { } title) head.ValueTitles[values[^1]] = title;
            meanings[values[^1]] = value.RequiredLocalized("meaning");
            value.Finish();
        }

        var steps = new List<LocalizedText>();
        foreach (YamlEntry step in entry.Entries("steps"))
        {
            steps.Add(YamlEntry.LocalizedSelf(step));
            step.Finish();
        }

        if (steps.Count == 0) entry.Defect($"conclusion '{head.Id}' is computed in code: 'steps' has to tell readers how");
        return new ComputedConclusion { Id = "", Title = head.Title, Citations = [], Computation = computation, Classes = classes, KnownValues = values, Meanings = meanings, Steps = steps };
    }

    private sealed record Head(
        string Id,
        LocalizedText Title,
        IReadOnlyList<Documents.Citation> Citations,
        Criterion Applies,
        bool IsInternal,
        IReadOnlyList<InformationRule> Information,
        IReadOnlyList<ConfirmationRule> ToConfirm,
        Dictionary<string, LocalizedText> ValueTitles,
        StagingCardPlace? StagingCard,
        ModuleOrigin? Origin);
}
