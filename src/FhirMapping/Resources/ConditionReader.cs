using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

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
    private static readonly string[] Past = ["inactive", "remission", "resolved"];

    public void Read(ResourceEntry entry)
    {
        FhirElement json = entry.Json;
        if (!context.IsAboutPatient(entry, "subject")) return;
        CodeableConcept code = context.Concept(json["code"]).With(Histology(json));
        List<CodeTarget> targets = TargetsOf(code);
        ReadStages(entry);
        if (targets.Count == 0)
        {
            if (!code.IsEmpty) NoteUnmapped(code, entry.Reference);
            return;
        }

        if (!IsDiagnosis(entry, code, targets)) return;
        string? clinical = CodeOf(json["clinicalStatus"]);
        ClinicalDate? until = Until(entry, targets);
        bool isCurrent = clinical is not null ? !Past.Contains(clinical) : !json["abatementDateTime"].Exists && !json["abatementPeriod"].Exists && !json["abatementString"].Exists;
        bool inRemission = clinical == "remission" || context.Codes.Find(code, TargetKind.Qualifier).Contains("in-remission");
        ClinicalDate? since = Since(entry, targets);
        foreach (CodeTarget target in targets)
        {
            switch (target.Kind)
            {
                case TargetKind.Condition:
                    context.Conditions.Add(new RecordedCondition(target.Id, isCurrent, entry.Reference)
                    {
                        Since = since,
                        Until = until,
                        IsSevere = ConditionSeverity.IsSevere(json["severity"], context),
                        InRemission = inRemission,
                    });
                    break;
                case TargetKind.Procedure:
                    context.Procedures.Add(new RecordedProcedure(target.Id, since, entry.Reference));
                    break;
                case TargetKind.Allergy:
                    context.Allergies.Add(new RecordedAllergy(target.Id, since, entry.Reference));
                    break;
                case TargetKind.Fact:
                    AddFinding(context.Knowledge.Facts[target.Id], isCurrent, since, entry);
                    break;
                case TargetKind.Value:
                    AddValue(target.Id, since, entry);
                    break;
                default:
                    break;
            }
        }
    }

    private List<CodeTarget> TargetsOf(CodeableConcept code)
    {
        var targets = new List<CodeTarget>();
        foreach (Coding coding in code.Codings)
        {
            foreach (CodeTarget target in context.Codes.Find(coding, code))
            {
                if (IsKnown(target) && !targets.Contains(target)) targets.Add(target);
            }
        }

        // The more specific diagnosis wins over the one whose code it shares.
        if (targets.Contains(Condition("smouldering-myeloma"))) targets.Remove(Condition("multiple-myeloma"));
        if (targets.Contains(Condition("al-amyloidosis"))) targets.Remove(Condition("amyloidosis"));
        if (targets.Exists(t => t.Kind == TargetKind.Condition && context.Knowledge.Conditions[t.Id].IsPlasmaCellDisorder)) targets.Remove(Condition("other-malignancy"));
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

    private static CodeTarget Condition(string id) => new(TargetKind.Condition, id);

    private LocalizedText NameOf(CodeTarget target) => target.Kind switch
    {
        TargetKind.Condition => context.Knowledge.Conditions[target.Id].Title,
        TargetKind.Procedure => context.Knowledge.Procedures[target.Id].Title,
        TargetKind.Allergy => context.Knowledge.Drugs[target.Id].Title,
        TargetKind.Fact => context.Knowledge.Facts[target.Id].Title,
        _ => context.Knowledge.Facts[target.Id[..target.Id.IndexOf('.', StringComparison.Ordinal)]].Title,
    };

    private bool IsDiagnosis(ResourceEntry entry, CodeableConcept code, List<CodeTarget> targets)
    {
        LocalizedText name = NameOf(targets[0]);
        string? verification = CodeOf(entry.Json["verificationStatus"]);
        if (verification is not null && Denied.Contains(verification))
        {
            context.Notes.NotADiagnosis(entry.Reference, name, verification);
            return false;
        }

        if ((verification is not null && Unconfirmed.Contains(verification)) || Suspicion.IsIn(entry.Json, code))
        {
            context.Notes.Suspected(entry.Reference, name);
            return false;
        }

        return true;
    }

    private CodeableConcept Histology(FhirElement condition)
    {
        foreach (FhirElement extension in condition["extension"].Items)
        {
            if (extension["url"].Text?.EndsWith(HistologyExtension, StringComparison.Ordinal) == true)
                return new CodeableConcept(context.Concept(extension["valueCodeableConcept"]).Codings, null);
        }

        return CodeableConcept.Empty;
    }

    private void AddFinding(FactDefinition fact, bool isCurrent, ClinicalDate? since, ResourceEntry entry)
    {
        if (!isCurrent && !fact.PresentOnceFound) return;
        // A finding of the problem list without a date was there at the latest when the entry was last changed.
        ClinicalDate? date = since ?? context.Dates.Read(entry.Json["meta"]["lastUpdated"]);
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
    private void ReadStages(ResourceEntry entry)
    {
        foreach (FhirElement stage in entry.Json["stage"].Items)
        {
            CodeableConcept summary = context.Concept(stage["summary"]);
            foreach (string id in context.Codes.Find(summary, TargetKind.Value).Where(id => id.StartsWith("recorded-", StringComparison.Ordinal)))
            {
                if (IsKnown(new CodeTarget(TargetKind.Value, id))) AddValue(id, Since(entry, []), entry);
            }
        }
    }

    private ClinicalDate? Since(ResourceEntry entry, List<CodeTarget> targets)
    {
        FhirElement json = entry.Json;
        foreach (string element in (ReadOnlySpan<string>)["onsetDateTime", "recordedDate", "assertedDate"])
        {
            if (!json[element].Exists) continue;
            ClinicalDate? date = context.Dates.Read(json[element]);
            if (date is not null) return date;
            if (targets.Count > 0) context.Notes.UnreadableDate(entry.Reference, NameOf(targets[0]), element);
        }

        return context.Dates.Read(json["onsetPeriod"]["start"]);
    }

    private ClinicalDate? Until(ResourceEntry entry, List<CodeTarget> targets) =>
        context.Date(entry.Json["abatementDateTime"], entry.Reference, NameOf(targets[0]), "abatementDateTime")
        ?? context.Dates.Read(entry.Json["abatementPeriod"]["end"]);

    private void NoteUnmapped(CodeableConcept code, string resource)
    {
        foreach (string text in code.Texts)
        {
            string form = TextForm.Normalise(text);
            foreach (var condition in context.Knowledge.Conditions.Values.Where(c => c.IsPlasmaCellDisorder))
            {
                if (TextForm.Normalise(condition.Title.En) != form && TextForm.Normalise(condition.Title.Ja) != form
                    && !context.Codes.NamesOf(TargetKind.Condition, condition.Id).Any(n => TextForm.Normalise(n) == form)) continue;
                context.Notes.UnmappedName(resource, text, condition.Title);
                return;
            }
        }
    }

    /// <summary>The code of a status; earlier releases wrote it as a plain string.</summary>
    private static string? CodeOf(FhirElement status) =>
        status.Text ?? CodeableConcept.Read(status).Codings.Select(c => c.Code).FirstOrDefault() ?? status["text"].Text;
}
