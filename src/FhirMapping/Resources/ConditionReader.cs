using Cds.FhirMapping.Answers;
using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// Reads Conditions: diagnoses, and findings that are facts (lytic lesions, extramedullary disease, polyneuropathy). Only confirmed ones count;
/// Japanese data say "suspected" by a modifier beside the disease code.
/// </summary>
internal sealed class ConditionReader(ReadingContext context)
{
    private const string HistologyExtension = "mcode-histology-morphology-behavior";

    private static readonly string[] Denied = ["refuted", "entered-in-error"];
    private static readonly string[] Unconfirmed = ["unconfirmed", "provisional", "differential", "suspected"];
    private static readonly string[] Confirmed = ["confirmed"];
    private static readonly string[] Past = ["inactive", "remission", "resolved"];
    private static readonly string[] Current = ["active", "recurrence", "relapse"];

    public void Read(ResourceEntry entry, Hl7.Fhir.Model.Condition condition)
    {
        if (!context.IsAboutPatient(entry, condition.Subject)) return;
        CodeableConcept code = context.See(condition.Code ?? Concepts.Nothing()).With(Histology(condition));
        ConceptRecognition what = context.Recognisers.Concepts.Recognise(TargetKind.Condition, [.. code.Codes()], [.. code.Texts()]);
        List<CodeTarget> targets = TargetsOf(what);
        ReadStages(entry, condition);
        if (targets.Count == 0)
        {
            if (what.Identity == RecordIdentity.Unidentified) ReadUnidentified(entry, condition, code);
            return;
        }

        if (!IsDiagnosis(entry, condition, code, targets)) return;
        IReadOnlyList<string> clinical = StatusWords.Of(condition.ClinicalStatus);
        if (condition.ClinicalStatus is not null && !clinical.Any(Past.Contains) && !clinical.Any(Current.Contains))
        {
            AddUnclear(entry, targets, condition.ClinicalStatus.Name());
            return;
        }

        ClinicalDate? until = Until(entry, condition, targets);
        bool isCurrent = condition.ClinicalStatus is not null ? !clinical.Any(Past.Contains) : condition.Abatement is null;
        bool inRemission = clinical.Contains("remission") || what.Targets.Concat(context.Codes.Find(code)).Contains(new CodeTarget(TargetKind.Qualifier, "in-remission"));
        ClinicalDate? since = Since(entry, condition, targets);
        if (Suspicion.Of(condition, code) == FindingAssertion.Past) isCurrent = false;
        foreach (CodeTarget target in targets)
        {
            switch (target.Kind)
            {
                case TargetKind.Condition:
                    context.Conditions.Add(new RecordedCondition(target.Id, isCurrent, entry.Reference)
                    {
                        Since = since,
                        Until = until,
                        IsSevere = ConditionSeverity.IsSevere(condition.Severity, context),
                        InRemission = inRemission,
                        MatchedByText = what.ByName,
                    });
                    break;
                case TargetKind.Procedure:
                    context.Procedures.Add(new RecordedProcedure(target.Id, since, entry.Reference) { MatchedByText = what.ByName });
                    break;
                case TargetKind.Allergy:
                    context.Allergies.Add(new RecordedAllergy(target.Id, since, entry.Reference));
                    break;
                case TargetKind.Fact:
                    AddFinding(context.Knowledge.Facts[target.Id], isCurrent, since, entry, condition);
                    break;
                case TargetKind.Value:
                    AddValue(target.Id, since, entry);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>A record that does not say what it is may be any disease, unless it says that it is none.</summary>
    private void ReadUnidentified(ResourceEntry entry, Hl7.Fhir.Model.Condition condition, CodeableConcept code)
    {
        IReadOnlyList<string> verification = StatusWords.Of(condition.VerificationStatus);
        if (verification.Any(Denied.Contains) || verification.Any(Unconfirmed.Contains) || Suspicion.IsIn(condition, code)) return;
        IReadOnlyList<string> clinical = StatusWords.Of(condition.ClinicalStatus);
        context.Notes.NotIdentified(entry.Reference, RecordedHistory.Conditions, code.IsEmpty() ? UnidentifiedTexts.NoCode : UnidentifiedTexts.UnknownCode);
        context.Unidentified.Add(new UnidentifiedRecord(RecordedHistory.Conditions, entry.Reference)
        {
            Since = Since(entry, condition, []),
            Until = context.Dates.Read(condition.Abatement) ?? context.Dates.Read((condition.Abatement as Period)?.EndElement),
            MayBeCurrent = !clinical.Any(Past.Contains) && (condition.ClinicalStatus is not null || condition.Abatement is null),
        });
    }

    /// <summary>A diagnosis whose status is no word of FHIR: it may be one.</summary>
    private void AddUnclear(ResourceEntry entry, List<CodeTarget> targets, string? status)
    {
        context.Notes.UnknownStatus(entry.Reference, NameOf(targets[0]), status);
        foreach ((RecordedHistory part, TargetKind kind) in (ReadOnlySpan<(RecordedHistory, TargetKind)>)
            [(RecordedHistory.Conditions, TargetKind.Condition), (RecordedHistory.Procedures, TargetKind.Procedure), (RecordedHistory.Allergies, TargetKind.Allergy)])
        {
            string[] ids = [.. targets.Where(target => target.Kind == kind).Select(target => target.Id)];
            if (ids.Length > 0) context.Unidentified.Add(new UnidentifiedRecord(part, entry.Reference) { MayBe = ids });
        }
    }

    private List<CodeTarget> TargetsOf(ConceptRecognition what)
    {
        List<CodeTarget> targets = [.. what.Targets.Where(IsKnown)];
        // The more specific diagnosis wins over the one whose code it shares.
        ConditionDefinition[] named = [.. targets.Where(t => t.Kind == TargetKind.Condition).Select(t => context.Knowledge.Conditions[t.Id])];
        targets.RemoveAll(t => t.Kind == TargetKind.Condition && named.Any(c => c.NarrowerThan.Contains(t.Id) || (c.IsPlasmaCellDisorder && context.Knowledge.Conditions[t.Id].YieldsToPlasmaCellDisorder)));
        return targets;
    }

    private bool IsKnown(CodeTarget target) => target.Kind switch
    {
        TargetKind.Condition => context.Knowledge.Conditions.ContainsKey(target.Id),
        TargetKind.Procedure => context.Knowledge.Procedures.ContainsKey(target.Id),
        TargetKind.Allergy => context.Knowledge.Drugs.ContainsKey(target.Id),
        TargetKind.Fact => context.Knowledge.Facts.TryGetValue(target.Id, out FactDefinition? fact) && fact.Kind is FactKind.Presence or FactKind.Count,
        TargetKind.Value => target.Id.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && context.Knowledge.Facts.ContainsKey(target.Id[..dot]),
        _ => false,
    };

    private LocalizedText NameOf(CodeTarget target) => target.Kind switch
    {
        TargetKind.Condition => context.Knowledge.Conditions[target.Id].Title,
        TargetKind.Procedure => context.Knowledge.Procedures[target.Id].Title,
        TargetKind.Allergy => context.Knowledge.Drugs[target.Id].Title,
        TargetKind.Fact => context.Knowledge.Facts[target.Id].Title,
        _ => context.Knowledge.Facts[target.Id[..target.Id.IndexOf('.', StringComparison.Ordinal)]].Title,
    };

    private bool IsDiagnosis(ResourceEntry entry, Hl7.Fhir.Model.Condition condition, CodeableConcept code, List<CodeTarget> targets)
    {
        LocalizedText name = NameOf(targets[0]);
        IReadOnlyList<string> verification = StatusWords.Of(condition.VerificationStatus);
        if (verification.FirstOrDefault(Denied.Contains) is { } denied)
        {
            context.Notes.NotADiagnosis(entry.Reference, name, denied);
            return false;
        }

        if (condition.VerificationStatus is not null && !verification.Any(Unconfirmed.Contains) && !verification.Any(Confirmed.Contains))
        {
            AddUnclear(entry, targets, condition.VerificationStatus.Name());
            return false;
        }

        if (Suspicion.Of(condition, code) is FindingAssertion.Denied or FindingAssertion.OfRelative)
        {
            context.Notes.StatedOtherwise(entry.Reference, name, code.Name() ?? "");
            return false;
        }

        if (verification.Any(Unconfirmed.Contains) || Suspicion.IsIn(condition, code))
        {
            context.Notes.Suspected(entry.Reference, name);
            return false;
        }

        return true;
    }

    private CodeableConcept? Histology(Hl7.Fhir.Model.Condition condition)
    {
        foreach (Extension extension in condition.Extension)
        {
            if (extension.UrlElement.Text()?.EndsWith(HistologyExtension, StringComparison.Ordinal) == true && extension.Value is CodeableConcept histology) return context.See(histology);
        }

        return null;
    }

    private void AddFinding(FactDefinition fact, bool isCurrent, ClinicalDate? since, ResourceEntry entry, Hl7.Fhir.Model.Condition condition)
    {
        if (!isCurrent && !fact.PresentOnceFound) return;
        // A finding of the problem list without a date was there at the latest when the entry was last changed.
        ClinicalDate? date = since ?? context.Dates.Read(condition.Meta?.LastUpdatedElement);
        if (date is null)
        {
            context.Notes.NoDate(entry.Reference, fact.Title);
            return;
        }

        context.Observe(fact, fact.Kind == FactKind.Count ? new QuantityValue(ValueRange.AtLeast(1m)) : new PresenceValue(true), date.Value, entry.Reference);
    }

    private void AddValue(string id, ClinicalDate? since, ResourceEntry entry)
    {
        int dot = id.IndexOf('.', StringComparison.Ordinal);
        FactDefinition fact = context.Knowledge.Facts[id[..dot]];
        string said = id[(dot + 1)..];
        FactValue? value = fact.Kind == FactKind.Code
            ? fact.Codes.Contains(said) ? new CodeValue(said) : null
            : Measurement.ReadText(said) is { } number ? new QuantityValue(number.Range) : null;
        if (value is null) return;
        if (since is { } date) context.Observe(fact, value, date, entry.Reference);
        else context.Notes.NoDate(entry.Reference, fact.Title);
    }

    /// <summary>Stages that stand in the Condition itself.</summary>
    private void ReadStages(ResourceEntry entry, Hl7.Fhir.Model.Condition condition)
    {
        foreach (Hl7.Fhir.Model.Condition.StageComponent stage in condition.Stage)
        {
            foreach (string id in context.Codes.Find(context.See(stage.Summary), TargetKind.Value).Where(id => id.StartsWith("recorded-", StringComparison.Ordinal)))
            {
                if (IsKnown(new CodeTarget(TargetKind.Value, id))) AddValue(id, Since(entry, condition, []), entry);
            }
        }
    }

    private ClinicalDate? Since(ResourceEntry entry, Hl7.Fhir.Model.Condition condition, List<CodeTarget> targets)
    {
        foreach ((FhirDateTime? moment, string element) in (ReadOnlySpan<(FhirDateTime?, string)>)[(condition.Onset as FhirDateTime, "onsetDateTime"), (condition.RecordedDateElement, "recordedDate")])
        {
            if (moment is null) continue;
            ClinicalDate? date = context.Dates.Try(moment);
            if (date is not null) return date;
            if (targets.Count > 0) context.Notes.UnreadableDate(entry.Reference, NameOf(targets[0]), element);
        }

        return context.Dates.Read((condition.Onset as Period)?.StartElement);
    }

    private ClinicalDate? Until(ResourceEntry entry, Hl7.Fhir.Model.Condition condition, List<CodeTarget> targets) =>
        context.Date(condition.Abatement as FhirDateTime, entry.Reference, NameOf(targets[0]), "abatementDateTime")
        ?? context.Dates.Read((condition.Abatement as Period)?.EndElement);
}
