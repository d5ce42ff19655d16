using Cds.FhirMapping.Cytogenetics;
using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads the abnormalities that a cytogenetic test names, in words or as genomic variants.</summary>
internal sealed class CytogeneticResultReader(ReadingContext context)
{
    private static readonly LocalizedText Cytogenetics = new("cytogenetic test", "染色体・FISH検査");

    private readonly GenomicVariantReader _variants = new(context);

    /// <summary>Reads a genomic variant.</summary>
    public void ReadVariants(ObservedPart part)
    {
        foreach (CytogeneticFinding finding in _variants.Read(part.Observation)) Add(finding, part);
    }

    /// <summary>Reads a karyotype or a FISH result in words.</summary>
    public void ReadText(ObservedPart part)
    {
        CodeableConcept? concept = part.Result.Value.Concept();
        IReadOnlyList<string> texts = part.Result.Value.Words() is { } text ? [text] : [.. concept.Texts()];
        List<CytogeneticFinding> findings = [.. texts.SelectMany(IscnReader.Read).Distinct()];
        foreach (CytogeneticFinding finding in findings) Add(finding, part);
        if (findings.Count == 0 && concept is not null && AnswerReader.Read(concept, context.Codes) == Answer.Positive)
            context.Notes.CombinedTest(part.Resource, part.Code.Name() ?? Cytogenetics.En);
        else if (findings.Count == 0 && part.Status is null && texts.Count > 0) context.Notes.NoAbnormalityNamed(part.Resource, Cytogenetics);
    }

    private void Add(CytogeneticFinding finding, ObservedPart part)
    {
        if (!context.Knowledge.Facts.TryGetValue(finding.FactId, out FactDefinition? fact) || part.Usable(context, fact.Title) is not { } date) return;
        switch (PresenceValueReader.Decide(fact, finding))
        {
            case Answer.Positive:
                context.Observe(fact, new PresenceValue(true), date, part.Resource);
                break;
            case Answer.Negative:
                context.Observe(fact, new PresenceValue(false), date, part.Resource);
                break;
            default:
                context.Notes.Indeterminate(part.Resource, fact.Title, part.Result.Value.Words() ?? part.Result.Value.Concept().Name());
                break;
        }
    }
}
