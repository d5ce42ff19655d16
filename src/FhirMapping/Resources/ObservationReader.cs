using Cds.FhirMapping.Cytogenetics;
using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// Reads Observations: the fact that the code names, the facts of its components, cytogenetic texts, genomic variants, stages, and Observations
/// contained in it.
/// </summary>
internal sealed class ObservationReader(ReadingContext context)
{
    private static readonly string[] Counting = ["preliminary", "final", "amended", "corrected", "unknown"];
    private static readonly LocalizedText Isotype = new("M-protein isotype", "M蛋白の型");

    private readonly FactValueReader _values = new(context);
    private readonly CytogeneticResultReader _cytogenetics = new(context);
    private readonly BandSum _bands = new(context);
    private readonly ChainResults _chains = new(context);

    public void Read(ResourceEntry entry, Observation observation)
    {
        if (!context.IsAboutPatient(entry, observation.Subject) || IsAboutOther(entry, observation)) return;
        context.Reports.Add(entry.Reference, observation.ListOf<ResourceReference>("hasMember"));
        ReadObservation(observation, entry.Reference, null);
    }

    /// <summary>Reads an Observation that another resource contains; it has that resource's date when it has none.</summary>
    public void ReadContained(Observation observation, string resource, ClinicalDate? date) => ReadObservation(observation, resource, date);

    /// <summary>Adds what only all Observations together say.</summary>
    public void Complete()
    {
        _bands.Complete();
        _chains.Complete();
    }

    private void ReadObservation(Observation observation, string resource, ClinicalDate? outerDate)
    {
        ClinicalDate? date = DateOf(observation) ?? outerDate;
        CodeableConcept code = context.See(observation.Code ?? Concepts.Nothing());
        if (code.IsEmpty()) context.Notes.NoCode(resource);
        string? status = StatusWords.Of(observation.StatusElement);
        bool counts = status is null || Counting.Contains(status);
        var part = new ObservedPart(observation, ObservedResult.Of(observation), resource, date, code, context.Codes.Find(code), counts ? null : status);
        ReadPart(part);
        bool isPanel = Has(part.Targets, TargetKind.Test);
        IReadOnlyList<Observation.ComponentComponent> components = observation.ListOf<Observation.ComponentComponent>("component");
        if (!part.Targets.Contains(SpecialTest.GenomicVariant))
        {
            foreach (Observation.ComponentComponent component in components)
            {
                CodeableConcept name = context.See(component.Code ?? Concepts.Nothing());
                ReadPart(part with { Result = ObservedResult.Of(component), Code = name, Targets = context.Codes.Find(name), InCytogeneticPanel = isPanel });
            }
        }

        if (counts && components.Count > 0 && components.All(component => component.Code is null))
            context.Notes.Unreadable(resource, NameOf(code), "component");
        if (isPanel && counts && HoldsNothing(observation)) context.Notes.NoValue(resource, NameOf(code));
        foreach (Observation contained in observation.ListOf<Resource>("contained").OfType<Observation>()) ReadObservation(contained, $"{resource}#{contained.IdElement.Text()}", date);
    }

    private static bool Has(IReadOnlyList<CodeTarget> targets, TargetKind kind)
    {
        for (int i = 0; i < targets.Count; i++)
        {
            if (targets[i].Kind == kind) return true;
        }

        return false;
    }

    private static LocalizedText NameOf(CodeableConcept code) => code.Name() is { } name ? new LocalizedText(name, name) : new LocalizedText("Observation", "Observation");

    /// <summary>Whether a test has neither a readable result nor parts or members that may hold one, nor says why not.</summary>
    private static bool HoldsNothing(Observation test) => test.Value.Words() is null && test.Value.Concept() is null
        && test.Component.TrueForAll(component => component.Code is null)
        && test.HasMember.Count == 0 && test.Contained.Count == 0 && test.DataAbsentReason is null;

    private void ReadPart(ObservedPart part)
    {
        if (part.Targets.Count == 0)
        {
            ReadUnknown(part);
            return;
        }

        List<FactDefinition> facts = [];
        for (int i = 0; i < part.Targets.Count; i++)
        {
            CodeTarget target = part.Targets[i];
            if (target.Kind == TargetKind.Fact && context.Knowledge.Facts.TryGetValue(target.Id, out FactDefinition? fact)) facts.Add(fact);
        }

        if (facts.Count > 1 && !SameCoding(part.Code, facts))
        {
            context.Notes.SeveralMeanings(part.Resource, string.Join(", ", facts.Select(f => f.Id)));
            return;
        }

        foreach (FactDefinition fact in facts) ReadFact(fact, part);
        for (int i = 0; i < part.Targets.Count; i++)
        {
            CodeTarget target = part.Targets[i];
            if (target.Kind == TargetKind.Test) ReadTest(target.Id, part);
            if (target.Kind == TargetKind.Band) ReadBand(target.Id, part);
            if (target.Kind == TargetKind.Chain && part.Usable(context, Isotype) is { } date) _chains.Add(target.Id, part.Result, part.Resource, date);
        }

        if (facts.Count > 0 || Has(part.Targets, TargetKind.Test) || Has(part.Targets, TargetKind.Band) || Has(part.Targets, TargetKind.Chain)) return;
        ReadUnknown(part);
    }

    /// <summary>What no code names a fact for: a named abnormality of a panel, a finding as the value, or something that only reads like a fact.</summary>
    private void ReadUnknown(ObservedPart part)
    {
        if (part.InCytogeneticPanel && !part.Code.Codes().Any() && part.Code.Name() is { } name) ReadNamedAbnormality(name, part);
        else if (!ReadFindingAsValue(part) && part.Status is null && part.Result.Value is not null) context.NoteUnmapped(part.Code, part.Resource);
    }

    /// <summary>Facts of one single code belong together (a lesion that is two findings at once); those of different codes contradict each other.</summary>
    private bool SameCoding(CodeableConcept code, List<FactDefinition> facts) => code.Codes().Any(coding =>
        facts.All(fact => context.Codes.Find(coding, code).Contains(new CodeTarget(TargetKind.Fact, fact.Id))));

    private void ReadFact(FactDefinition fact, ObservedPart part)
    {
        if (part.Usable(context, fact.Title) is not { } usable) return;
        ReadShare(fact, part, usable);
        if (_values.Read(fact, part.Result, part.Resource, usable) is not { } read)
        {
            if (HoldsNumber(part.Result.Value)) context.UnreadValues.Add(new UnreadValue(fact.Id, usable, part.Resource));
            return;
        }

        context.Observe(fact, read.Value, FactDate.Of(fact, part.Result, context.Dates, usable), part.Resource, read.Limits, read.Original);
        ReadIsotypeOfImmunofixation(fact, part, usable);
    }

    /// <summary>Whether something was measured, readable or not; words without a figure (not done, see report) say of no measurement.</summary>
    private static bool HoldsNumber(DataType? value) => value is Quantity or Hl7.Fhir.Model.Range || value.PlainNumber() is not null || value.Words()?.Any(char.IsDigit) == true;

    /// <summary>A finding in per cent of cells decides whether it is there; how many cells have it may matter by itself.</summary>
    private void ReadShare(FactDefinition fact, ObservedPart part, ClinicalDate date)
    {
        if (context.Knowledge.Roles.ShareOf(fact.Id) is not { } share || MeasurementOf(part.Result.Value) is not { } measurement || !measurement.Units.Any(unit => share.Units.ContainsKey(context.Knowledge.UnitSpellings.ToUcum(unit)))) return;
        if (_values.Read(share, part.Result, part.Resource, date) is { } read) context.Observe(share, read.Value, date, part.Resource, read.Limits, read.Original);
    }

    private static Measurement? MeasurementOf(DataType? value) => value switch
    {
        Quantity quantity => Measurement.ReadQuantity(quantity),
        FhirString => value.Words() is { } text ? Measurement.ReadText(text) : null,
        _ => null,
    };

    /// <summary>An immunofixation that names the M-protein also says its type.</summary>
    private void ReadIsotypeOfImmunofixation(FactDefinition fact, ObservedPart part, ClinicalDate date)
    {
        if (fact.TellsIsotype is not { } told || context.Knowledge.Roles.Read(CodeReading.Isotype) is not { } isotype) return;
        string? text = part.Result.Value.Words() ?? part.Result.Value.Concept().Name();
        if (text is null || IsotypeText.Read(text) is not { } code || !isotype.Codes.Contains(code)) return;
        // Urine shows the light chain alone, whatever the heavy chain in serum.
        if (told == IsotypeTold.WithHeavyChain && code.StartsWith("light-chain", StringComparison.Ordinal)) return;
        context.Observe(isotype, new CodeValue(code), date, part.Resource);
    }

    private void ReadBand(string factId, ObservedPart part)
    {
        if (!context.Knowledge.Facts.TryGetValue(factId, out FactDefinition? fact) || part.Usable(context, fact.Title) is not { } date) return;
        _bands.Add(fact, part.Code.Codes().First().Code, part.Result, part.Resource, date);
    }

    private void ReadTest(string test, ObservedPart part)
    {
        switch (SpecialTests.Of(test))
        {
            case SpecialTest.GenomicVariant:
                _cytogenetics.ReadVariants(part);
                break;
            case SpecialTest.Cytogenetics:
                _cytogenetics.ReadText(part);
                break;
            case SpecialTest.StageIss:
                ReadStage(CodeReading.Iss, part);
                break;
            case SpecialTest.StageRIss:
                ReadStage(CodeReading.RIss, part);
                break;
            default:
                break;
        }
    }

    /// <summary>A component of a FISH panel that names the abnormality in words only.</summary>
    private void ReadNamedAbnormality(string name, ObservedPart part)
    {
        foreach (CytogeneticFinding named in IscnReader.Read(name))
        {
            if (context.Knowledge.Facts.TryGetValue(named.FactId, out FactDefinition? fact)) ReadFact(fact, part);
        }
    }

    /// <summary>The value decides which staging it is: an R-ISS value under an ISS code is still an R-ISS stage.</summary>
    private void ReadStage(CodeReading staging, ObservedPart part)
    {
        FactDefinition? fact = context.Knowledge.Roles.Read(staging);
        if (part.Result.Value.Concept() is { } concept)
        {
            if (context.Codes.Find(concept, TargetKind.Value).FirstOrDefault(IsStage) is { } coded) fact = context.Knowledge.Facts.GetValueOrDefault(coded[..coded.IndexOf('.', StringComparison.Ordinal)]);
            else if (concept.Texts().Any(IsRevised)) fact = context.Knowledge.Roles.Read(CodeReading.RIss);
        }

        if (fact is not null) ReadFact(fact, part);
    }

    private static bool IsStage(string id) => id.StartsWith("recorded-", StringComparison.Ordinal);

    private static bool IsRevised(string text) => TextForm.Normalise(text) is var form && (form.Contains("r-iss", StringComparison.Ordinal) || form.StartsWith("riss", StringComparison.Ordinal) || form.Contains("改訂", StringComparison.Ordinal));

    /// <summary>A finding, a stage or a status as the coded value of an Observation that names something more general.</summary>
    private bool ReadFindingAsValue(ObservedPart part)
    {
        if (part.Result.Value.Concept() is not { } concept) return false;
        bool any = false;
        foreach (string id in context.Codes.Find(concept, TargetKind.Value).Where(id => IsStage(id) || id.StartsWith("frailty.", StringComparison.Ordinal)))
        {
            int dot = id.IndexOf('.', StringComparison.Ordinal);
            if (!context.Knowledge.Facts.TryGetValue(id[..dot], out FactDefinition? stage) || part.Usable(context, stage.Title) is not { } date) continue;
            context.Observe(stage, new CodeValue(id[(dot + 1)..]), date, part.Resource);
            any = true;
        }

        foreach (FactDefinition fact in context.FactsOf(concept).Where(f => f.Kind is FactKind.Presence or FactKind.Count))
        {
            if (part.Usable(context, fact.Title) is not { } date) continue;
            context.Observe(fact, fact.Kind == FactKind.Count ? new QuantityValue(ValueRange.AtLeast(1m)) : new PresenceValue(true), date, part.Resource);
            any = true;
        }

        return any;
    }

    private bool IsAboutOther(ResourceEntry entry, Observation observation)
    {
        foreach (ResourceReference focus in observation.ListOf<ResourceReference>("focus"))
        {
            if (focus.ReferenceElement.Text() is not { } text || ReferenceResolver.Relative(text) is not { } target) continue;
            bool otherPatient = target.StartsWith("Patient/", StringComparison.Ordinal) && !context.Subjects.IsPatient(focus, observation);
            if (!otherPatient && !target.StartsWith("RelatedPerson/", StringComparison.Ordinal)) continue;
            context.Notes.FocusOnOther(entry.Reference);
            return true;
        }

        return false;
    }

    /// <summary>When it was observed: the end of a period (a collection of urine is complete only then), else when it was issued.</summary>
    private ClinicalDate? DateOf(Observation observation)
    {
        // A time of observation that cannot be read is not replaced by the time of issue, which may be much later.
        return observation.Effective switch
        {
            Period period => context.Dates.Read(period.EndElement) ?? context.Dates.Read(period.StartElement) ?? context.Dates.Read(observation.IssuedElement),
            Timing timing => TimingReader.Bounds(timing, context.Dates).End ?? context.Dates.Read(observation.IssuedElement),
            { } moment => context.Dates.Try(moment),
            null => context.Dates.Read(observation.IssuedElement),
        };
    }
}
