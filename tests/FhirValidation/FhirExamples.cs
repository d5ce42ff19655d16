namespace Cds.FhirValidation;

/// <summary>
/// Everything there is to try a reader on: the definitions of the specification (HL7's package holds no other resources), a made-up resource of every
/// type with every element, the patients of mCODE, and the bundles, samples, cases and package of this project, messy ones included.
/// </summary>
public static class FhirExamples
{
    /// <summary>All of them, made one after the other: some 60 MB of JSON, so better not kept.</summary>
    public static IEnumerable<FhirExample> All() => SpecificationExamples.All().Concat(FilledExamples.All()).Concat(ProjectExamples.All());
}
