using Cds.Knowledge.Approvals;
using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Recommendations;

/// <summary>
/// Decides which options of a recommendation are still usable for a patient, how each stands and why (docs/contract/answers.md, standing), and
/// ranks them: by standing, then what is preferred for this patient, then the order of the document.
/// </summary>
internal sealed class OptionEvaluator(PatientContext patient)
{
    public (IReadOnlyList<Option> Options, IReadOnlyList<ExcludedOption> Excluded) Evaluate(RecommendationDefinition recommendation)
    {
        var options = new List<Option>();
        var excluded = new List<ExcludedOption>();
        foreach (OptionDefinition definition in recommendation.Options)
        {
            OptionPlan plan = patient.Knowledge.Options.Of(recommendation, definition);
            OptionSubject subject = plan.Subject;
            if (definition.When?.Evaluate(patient) is { Truth: Truth.False } listed)
            {
                excluded.Add(new ExcludedOption(definition.Id, subject.Title, new OptionReason("other-situation", EvaluationTexts.ListedForOtherSituation, listed.Basis)) { ListedWhen = definition.When });
                continue;
            }

            if (patient.Knowledge.Formulary.WhyExcluded(definition.Id, subject.Drugs) is { } unavailable)
            {
                excluded.Add(new ExcludedOption(definition.Id, subject.Title, new OptionReason("formulary", EvaluationTexts.NotOnFormulary.With("reason", unavailable), [])));
                continue;
            }

            RefractoryDrugs refractory = RefractoryDrugs.Among(patient, plan);
            if (refractory.Excludes && !definition.KeepWhenRefractory)
            {
                excluded.Add(new ExcludedOption(definition.Id, subject.Title, refractory.Reason));
                continue;
            }

            options.Add(Stand(recommendation, definition, plan, refractory));
        }

        return ([.. Ranked(options)], excluded);
    }

    /// <summary>The best standing first, then by precedence; otherwise as they stand.</summary>
    public static IEnumerable<Option> Ranked(IEnumerable<Option> options) => options.OrderBy(o => o.Standing).ThenBy(o => o.Precedence);

    private Option Stand(RecommendationDefinition recommendation, OptionDefinition definition, OptionPlan plan, RefractoryDrugs refractory)
    {
        OptionSubject subject = plan.Subject;
        PatientContext planned = subject.Regimen is { } regimen ? patient.Planning(regimen) : patient;
        Standing? changed = null;
        bool reducedOnly = false;
        var reasons = new List<OptionReason>();
        var grave = new List<(Standing Standing, OptionReason Reason)>();
        var missing = new List<string>();
        foreach (StandingRule rule in plan.Rules)
        {
            Finding finding = rule.When.Evaluate(patient);
            if (finding.Truth == Truth.True)
            {
                reducedOnly |= rule.ReducedDoseOnly;
                var reason = new OptionReason(rule.Code, ApprovalTexts.Fill(rule.Reason, patient), finding.Basis);
                if (rule.Standing >= Standing.Caution) grave.Add((rule.Standing, reason));
                else
                {
                    changed = Max(changed ?? rule.Standing, rule.Standing);
                    reasons.Add(reason);
                }
            }
            else if (finding.Truth == Truth.Unknown && rule.Standing >= Standing.Caution)
            {
                missing.AddRange(finding.Missing);
            }
        }

        Standing standing = changed ?? definition.Standing;
        foreach (DrugInUse use in plan.Uses)
        {
            DrugReasons drug = DrugReasons.Of(planned, use);
            grave.AddRange(drug.Reasons);
            foreach (IReadOnlyList<string> ids in drug.Missing) missing.AddRange(ids);
        }

        Drug[] offLabel = subject.Regimen is null ? [] : [.. subject.Drugs.Where(d => IsOffLabel(d.Id, subject.Regimen.Conditions))];
        if (offLabel.Length > 0)
            grave.Add((Standing.Caution, new OptionReason("off-label", EvaluationTexts.OffLabel.With("drugs", Names(offLabel)).With("place", patient.Knowledge.Approvals.Place), [])));
        if (refractory.Excludes)
        {
            reasons.Insert(0, new OptionReason("listed-when-refractory", EvaluationTexts.KeptThoughRefractory.With("drugs", refractory.Names), refractory.Basis));
            standing = Max(standing, Standing.Alternative);
        }
        else if (refractory.Unclear is { } unclear)
        {
            grave.Add((Standing.Caution, unclear));
        }

        Standing final = grave.Select(g => g.Standing).Aggregate(standing, Max);
        // What speaks for an option contradicts the advice to avoid it.
        InformationRule[] preferred = final == Standing.Avoid ? [] : [.. definition.PreferredWhen.Where(rule => rule.When.Evaluate(patient).Truth == Truth.True)];
        reasons.AddRange(preferred.Select(rule => new OptionReason("preferred", rule.TextFor(patient), rule.When.Evaluate(patient).Basis)));
        if (definition.Reason is { } general) reasons.Add(new OptionReason(null, ApprovalTexts.Fill(general, patient), []));

        List<LocalizedText> toConfirm = missing.Count == 0 ? [] : [NotRecorded([.. missing.Distinct()])];
        foreach ((string drugId, LocalizedText text) in patient.Therapy.Unclear)
        {
            if (subject.Drugs.Any(drug => drug.Id == drugId)) toConfirm.Add(text);
        }

        foreach (ConfirmationRule rule in plan.ToConfirm)
        {
            if (rule.When.Evaluate(planned).Truth != Truth.False) toConfirm.Add(rule.Text);
        }

        return new Option
        {
            Id = definition.Id,
            Title = subject.Title,
            Standing = final,
            Precedence = preferred.Length > 0 ? Precedence.Preferred : Precedence.Plain,
            Reasons = [.. grave.OrderByDescending(g => g.Standing).Select(g => g.Reason), .. reasons],
            ToConfirm = [.. toConfirm.Distinct()],
            Evidence = plan.Evidence,
            Orders = final == Standing.Avoid ? [] : OptionOrders.For(patient, recommendation, definition, subject, reducedOnly),
        };
    }

    private bool IsOffLabel(string drug, IReadOnlyList<string> conditions) => patient.Known.OffLabel.TryGetValue((drug, conditions), out bool known)
        ? known
        : patient.Known.OffLabel[(drug, conditions)] = patient.Knowledge.Approvals.IsOffLabel(drug, conditions, patient.AsOf.Day);

    private LocalizedText NotRecorded(IReadOnlyList<string> ids) =>
        EvaluationTexts.NotRecorded.With("facts", LocalizedText.Join(ids.Select(patient.Knowledge.NameOf), ", ", "、"));

    private static LocalizedText Names(IReadOnlyList<Drug> drugs) =>
        LocalizedText.Join(drugs.Select(d => d.Title), ", ", "、");

    private static Standing Max(Standing a, Standing b) => a > b ? a : b;

    /// <summary>Which drugs of an option the disease is refractory to.</summary>
    private sealed record RefractoryDrugs(bool Excludes, LocalizedText Names, IReadOnlyList<Basis> Basis, OptionReason Reason, OptionReason? Unclear)
    {
        private static readonly RefractoryDrugs None = new(false, new LocalizedText("", ""), [], new OptionReason(null, new LocalizedText("", ""), []), null);

        public static RefractoryDrugs Among(PatientContext patient, OptionPlan plan)
        {
            Drug[] candidates = plan.Treatments;
            if (candidates.Length == 0) return None;
            (Drug Drug, Finding Finding)[] findings = [.. candidates.Select(d => (d, patient.Therapy.Refractory(d.Id)))];
            Drug[] refractory = [.. findings.Where(f => f.Finding.Truth == Truth.True).Select(f => f.Drug)];
            // Where the classes say so, refractoriness to one drug speaks against all of its class.
            (DrugClass Class, Finding Finding)? byClass = refractory.Length > 0 ? null : plan.Classes
                .Select(c => ((DrugClass, Finding)?)(c, patient.Therapy.Refractory(c.Id)))
                .FirstOrDefault(found => found!.Value.Item2.Truth == Truth.True);
            Drug[] unclear = [.. findings.Where(f => f.Finding.Truth == Truth.Unknown && patient.Therapy.Exposed(f.Drug.Id).Truth == Truth.True).Select(f => f.Drug)];
            if (refractory.Length == 0 && byClass is null && unclear.Length == 0) return None;
            Drug[] named = byClass is var (drugClass, _) ? [.. candidates.Where(d => d.Class == drugClass.Id)] : refractory;
            LocalizedText names = OptionEvaluator.Names(named);
            IReadOnlyList<Basis> basis = [.. findings.Where(f => f.Finding.Truth == Truth.True).SelectMany(f => f.Finding.Basis), .. byClass?.Finding.Basis ?? []];
            return new RefractoryDrugs(
                named.Length > 0,
                names,
                basis,
                new OptionReason("refractory", (byClass is var (found, _) ? EvaluationTexts.RefractoryClass.With("class", found.RefractoryAsClass!) : EvaluationTexts.RefractoryTo).With("drugs", names), basis),
                unclear.Length == 0 ? null : new OptionReason("refractoriness-unclear", EvaluationTexts.RefractoryUnclear.With("drugs", OptionEvaluator.Names(unclear)), []));
        }
    }
}
