using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Terminology;

/// <summary>Reads one ValueSet of <c>fhir-profiles/valuesets</c> into the parts of a code map.</summary>
internal static class ValueSetReader
{
    private const string WordedPrefix = "worded-";
    private const string ProductPrefix = "product-";

    /// <summary>Reads a value set; its id says what it stands for.</summary>
    /// <exception cref="InvalidDataException">The file is no value set of this project. It ships with the program, so this is a build error.</exception>
    public static void Read(ReadOnlyMemory<byte> json, string source, CodeMapParts parts)
    {
        if (SingleResource.Read(json) is not { Faults.Count: 0, Resource: ValueSet { IdElement: { } own } valueSet } || own.Text() is not { } id)
            throw new InvalidDataException($"{source}: not a ValueSet with an id");
        (ValueSetUse use, string stands) = id.StartsWith(WordedPrefix, StringComparison.Ordinal) ? (ValueSetUse.WithWords, id[WordedPrefix.Length..])
            : id.StartsWith(ProductPrefix, StringComparison.Ordinal) ? (ValueSetUse.Product, id[ProductPrefix.Length..])
            : (ValueSetUse.Always, id);
        CodeTarget target = CodeTarget.OfId(stands);
        ValueSetRules rules = ValueSetRules.Of(valueSet, target, source);
        rules.AddTo(parts, target, use);
        foreach (ValueSet.ConceptSetComponent include in valueSet.Compose?.Include ?? [])
        {
            string uri = include.SystemElement.Text() ?? throw new InvalidDataException($"{source}: include without a system");
            CodeSystemId system = CodeSystemUris.Identify(uri);
            if (system == CodeSystemId.Unknown) throw new InvalidDataException($"{source}: unknown system {uri}");
            if (system == CodeSystemId.Project)
            {
                ReadWords(include, target, use, parts);
                continue;
            }

            if (include.Filter.Count > 0) throw new InvalidDataException($"{source}: filters are not read; rules are extensions of compose");
            foreach (ValueSet.ConceptReferenceComponent concept in include.Concept)
            {
                string code = concept.CodeElement.Text() ?? throw new InvalidDataException($"{source}: concept without a code");
                if (!rules.Recognise(system, code)) parts.AddCode(system, uri, code, concept.DisplayElement.Text(), target, use);
            }
        }
    }

    private static void ReadWords(ValueSet.ConceptSetComponent include, CodeTarget target, ValueSetUse use, CodeMapParts parts)
    {
        foreach (ValueSet.ConceptReferenceComponent concept in include.Concept)
        {
            foreach (ValueSet.DesignationComponent designation in concept.Designation)
            {
                if (designation.ValueElement.Text() is { } word) parts.AddWord(target, word, use);
            }
        }
    }
}
