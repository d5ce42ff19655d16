using Cds.Knowledge;

namespace Cds.FhirMapping.Terminology;

/// <summary>What says what a drug, procedure or disease record is, and how much a product holds. Immutable; built once from the tables.</summary>
internal sealed class RecordRecognisers
{
    public RecordRecognisers(KnowledgeBase knowledge, CodeMap codes)
    {
        var classes = new CodeClasses(codes);
        DrugNames = new DrugNames(knowledge.Drugs.Values, codes);
        Drugs = new DrugRecogniser(knowledge, codes, DrugNames, classes);
        Concepts = new ConceptRecogniser(codes, new ConceptNames(), classes);
        Strengths = new ProductStrengths(DrugNames);
    }

    /// <summary>Names of drugs in free text.</summary>
    public DrugNames DrugNames { get; }

    /// <summary>What a drug record is.</summary>
    public DrugRecogniser Drugs { get; }

    /// <summary>What a procedure or disease record is.</summary>
    public ConceptRecogniser Concepts { get; }

    /// <summary>How much one piece of a product holds.</summary>
    public ProductStrengths Strengths { get; }
}
