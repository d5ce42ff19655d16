namespace Cds.Knowledge.Recommendations;

/// <summary>
/// Judges the drugs that run as the order hooks judge drafts: by the rules of the drug, its allergies, and the cases of order rules that say what they
/// mean for a drug that runs. One recommendation holds all drugs concerned.
/// </summary>
internal sealed class RunningDrugs(PatientContext patient)
{
    /// <summary>The recommendation, not applicable where nothing speaks against what runs.</summary>
    public Recommendation Evaluate(RecommendationDefinition rule)
    {
        Judged[] judged = [.. patient.Therapy.Periods.Where(IsTreatment).GroupBy(p => p.DrugId).Select(drug => Judge(rule, drug.Key, [.. drug]))];
        Judged[] sure = [.. judged.Where(j => j is { Runs: Truth.True, Reasons.Count: > 0 }).OrderByDescending(j => j.Standing)];
        if (sure.Length > 0) return Due(rule, sure, [.. judged.Except(sure)]);
        string[] missing = [.. judged.SelectMany(j => j.Open).Distinct()];
        return new Recommendation
        {
            Definition = rule,
            Status = missing.Length > 0 ? RecommendationStatus.Indeterminate : RecommendationStatus.NotApplicable,
            Urgency = Urgency.Info,
            Summary = rule.Title,
            Missing = missing,
            Basis = missing.Length > 0 ? [.. judged.Where(j => missing.Contains(j.Drug.Id) || j.Missing.Count > 0).SelectMany(j => j.Records).Distinct()] : [],
        };
    }

    private Recommendation Due(RecommendationDefinition rule, IReadOnlyList<Judged> drugs, IReadOnlyList<Judged> others) => new()
    {
        Definition = rule with { Citations = [.. drugs.SelectMany(d => d.Citations).Concat(rule.Citations).Distinct()] },
        Status = RecommendationStatus.Due,
        Urgency = drugs[0].Standing == Standing.Avoid ? Urgency.Critical : Urgency.Warning,
        Summary = Summary(rule, drugs),
        Options = [.. drugs.Select(d => new Option { Id = d.Drug.Id, Title = d.Drug.Title, Standing = d.Standing, Reasons = [.. d.Reasons.Select(r => r.Reason)] })],
        Basis = Joined(drugs),
        ToConfirm =
        [
            .. rule.ToConfirm.Where(confirm => confirm.When.Evaluate(patient).Truth != Truth.False).Select(confirm => confirm.Text),
            .. others.Where(other => other.Open.Any()).Select(OpenOf),
        ],
        Information = [.. drugs.SelectMany(d => d.Details).Distinct()],
    };

    /// <summary>What is not known of a drug that is not among the options.</summary>
    private LocalizedText OpenOf(Judged drug) => drug.Runs == Truth.Unknown
        ? EvaluationTexts.RunUnclear.With("drug", drug.Drug.Title).With("date", drug.Records[^1].Date?.TrimEnd('/') ?? "?")
        : drug.Drug.Title.FollowedBy(new LocalizedText(": ", "：")).FollowedBy(EvaluationTexts.NotRecorded
            .With("facts", LocalizedText.Join(drug.Open.Select(patient.Knowledge.NameOf), ", ", "、")));

    private static IReadOnlyList<Basis> Joined(IReadOnlyList<Judged> drugs)
    {
        var basis = new BasisCollector();
        foreach (Judged drug in drugs)
        {
            foreach ((_, OptionReason reason) in drug.Reasons) basis.Add(reason.Basis);
            basis.Add(drug.Records);
        }

        return basis.ToList();
    }

    /// <summary>Single events are over when they are known: conditioning, mobilisation, lymphodepletion, cells.</summary>
    private bool IsTreatment(DosingPeriod period) =>
        period is { Purpose: DosePurpose.Treatment, Running: not Truth.False } && patient.Knowledge.Drugs[period.DrugId].Event is null;

    private Judged Judge(RecommendationDefinition rule, string drugId, IReadOnlyList<DosingPeriod> periods)
    {
        Drug drug = patient.Knowledge.Drugs[drugId];
        // Lines of dose tables are judged against the dose that runs, by the cases below.
        drug = drug with { Rules = [.. drug.Rules.Where(r => !r.IsOfDoseBand)] };
        Truth runs = periods.Select(p => p.Running).Aggregate(Truth.False, (a, b) => a.Or(b));
        DrugReasons own = DrugReasons.Of(patient, drug);
        List<(Standing Standing, OptionReason Reason)> reasons = [.. own.Reasons.Where(r => !rule.ExceptCodes.Contains(r.Reason.Code))];
        List<Documents.Citation> citations = [.. drug.Rules.Where(r => reasons.Any(reason => reason.Reason.Code == r.Code && reason.Reason.Text == r.Reason)).SelectMany(r => r.Citations)];
        var details = new List<LocalizedText>();
        var missing = new List<string>();
        IReadOnlyList<DraftOrder> doses = AsOrders(drugId);
        foreach (OrderCase orderCase in doses.Count == 0 ? [] : patient.Knowledge.Recommendations.SelectMany(r => r.Cases).Where(c => c.Running is not null))
        {
            JudgedCase judged = JudgedCase.Of(patient, orderCase, doses);
            if (judged.Finding.Truth == Truth.Unknown && !orderCase.Running!.IsQuiet) missing.AddRange(judged.Finding.Missing);
            if (judged.Finding.Truth != Truth.True) continue;
            var texts = new OrderCaseTexts(patient.Judging(judged.Orders), drug, judged);
            RunningStanding running = orderCase.Running!;
            reasons.Add((running.Standing, new OptionReason(running.Code, running.Reason is { } reason ? texts.Filled(reason) : texts.Finding, judged.Finding.Basis)));
            citations.AddRange(orderCase.Citations);
            if (texts.Detail is { } detail) details.Add(detail);
        }

        return new Judged(drug, runs, [.. reasons.OrderByDescending(r => r.Standing)], [.. missing.Distinct()], citations, details, Records(periods));
    }

    private static IReadOnlyList<Basis> Records(IReadOnlyList<DosingPeriod> periods)
    {
        Basis[] records = [.. periods.SelectMany(p => p.Basis)];
        return records.Bounded();
    }

    /// <summary>The newest records that run, as orders: an older dose that was never closed in the record is no dose of today.</summary>
    private IReadOnlyList<DraftOrder> AsOrders(string drugId)
    {
        (DrugRecord Record, DosingPeriod Period)[] running =
            [.. patient.Records.Dosing([drugId]).Where(r => r.Period.Running != Truth.False && r.Period.Purpose == DosePurpose.Treatment)];
        (DrugRecord Record, DosingPeriod Period)[] dosed = [.. running.Where(r => r.Record.DoseAmount is not null)];
        if (dosed.Length == 0) dosed = running;
        if (dosed.Length == 0) return [];
        DateOnly newest = dosed.Max(d => d.Period.Start);
        return
        [
            .. dosed.Where(r => r.Period.Start == newest).Select(r => new DraftOrder(drugId, r.Record.Resource, true)
            {
                DoseAmount = r.Record.DoseAmount,
                DoseUnit = r.Record.DoseUnit,
                DosesPer28Days = r.Record.DosesPer28Days,
                CourseDays = r.Record.CourseDays,
                RunsSince = r.Period.Basis[0].Date ?? "",
                // A dose that nobody recorded is none above a limit: only what holds whatever it is can be said of it.
                Unread = r.Record.DoseAmount is null ? [UnreadPart.Dose] : [],
            }),
        ];
    }

    private static LocalizedText Summary(RecommendationDefinition rule, IReadOnlyList<Judged> drugs)
    {
        // As many words as fit: every drug with its reason, the gravest with it, then with its first clause only, the names alone.
        LocalizedText[] texts = [.. new[] { (drugs.Count, true), (1, true), (drugs.Count, false), (1, false), (0, false) }.Select(form => rule.Summary.With("drugs",
            LocalizedText.Join(drugs.Select((drug, i) => i < form.Item1 ? WithReason(drug, form.Item2) : drug.Drug.Title), "; ", "；")))];
        return new LocalizedText(Fitting(texts.Select(t => t.En), OrderRuleEvaluator.LongestSummary), Fitting(texts.Select(t => t.Ja), OrderRuleEvaluator.LongestSummary / 2));
    }

    /// <summary>Japanese says in half the characters what English says in all of them.</summary>
    private static string Fitting(IEnumerable<string> texts, int longest) => texts.FirstOrDefault(text => text.Length <= longest) ?? texts.Last();

    private static LocalizedText WithReason(Judged drug, bool whole)
    {
        LocalizedText reason = drug.Reasons[0].Reason.Text.Uncapitalised;
        string english = whole ? reason.En : reason.En.Split([": ", "; ", ". "], 2, StringSplitOptions.None)[0], japanese = whole ? reason.Ja : reason.Ja.Split(['：', '；', '。'], 2)[0];
        LocalizedText title = drug.Drug.Title;
        return new LocalizedText($"{title.En} - {english.TrimEnd('.')}", title.Bracketed(new LocalizedText("", japanese.TrimEnd('。'))).Ja);
    }

    /// <summary>One drug that runs or may run.</summary>
    private sealed record Judged(
        Drug Drug,
        Truth Runs,
        IReadOnlyList<(Standing Standing, OptionReason Reason)> Reasons,
        IReadOnlyList<string> Missing,
        IReadOnlyList<Documents.Citation> Citations,
        IReadOnlyList<LocalizedText> Details,
        IReadOnlyList<Basis> Records)
    {
        /// <summary>What would decide about it: whether it runs at all, or what its doses are held against.</summary>
        public IEnumerable<string> Open => Runs == Truth.Unknown && Reasons.Count > 0 ? [Drug.Id] : Runs == Truth.True ? Missing : [];

        /// <summary>The gravest.</summary>
        public Standing Standing => Reasons.Count == 0 ? Standing.Recommended : Reasons.Max(r => r.Standing);
    }
}
