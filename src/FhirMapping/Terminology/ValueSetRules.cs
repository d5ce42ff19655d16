using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Terminology;

/// <summary>
/// What a value set recognises beyond the codes that it lists: the beginnings of codes (ICD-10, YJ) and the parts of laboratory codes (JLAC10, JLAC11).
/// They are extensions of its compose, not filters: a filter asks whoever expands the value set for a code system in full, and nobody may ship these.
/// </summary>
internal sealed class ValueSetRules
{
    private const string PrefixUrl = CodeSystemUris.ProjectBase + "StructureDefinition/recognised-prefix";
    private const string LaboratoryCodeUrl = CodeSystemUris.ProjectBase + "StructureDefinition/recognised-laboratory-code";
    private const string Excluded = "excluded-";

    private readonly List<(CodeSystemId System, string Prefix)> _prefixes = [];
    private readonly List<(CodeSystemId System, string Analyte, LaboratoryCodeRule Rule)> _laboratory = [];

    /// <summary>Reads the rules of a value set.</summary>
    /// <exception cref="InvalidDataException">A rule is none. The file ships with the program, so this is a build error.</exception>
    public static ValueSetRules Of(ValueSet valueSet, CodeTarget target, string source)
    {
        var rules = new ValueSetRules();
        foreach (Extension extension in valueSet.Compose?.Extension ?? [])
        {
            ILookup<string, string> parts = extension.Extension.ToLookup(part => part.UrlElement.Text() ?? "", part => (part.Value as PrimitiveType).Text() ?? "", StringComparer.Ordinal);
            CodeSystemId system = CodeSystemUris.Identify(parts["system"].SingleOrDefault());
            switch (extension.UrlElement.Text())
            {
                case PrefixUrl when system is CodeSystemId.Icd10 or CodeSystemId.Yj && parts["prefix"].SingleOrDefault() is { Length: > 0 } prefix:
                    rules._prefixes.Add((system, prefix));
                    break;
                case LaboratoryCodeUrl when system is CodeSystemId.Jlac10 or CodeSystemId.Jlac11 && parts["analyte"].SingleOrDefault() is { Length: > 0 } analyte:
                    rules._laboratory.Add((system, analyte, new LaboratoryCodeRule(target, [.. parts.Where(p => p.Key is not ("system" or "analyte")).Select(p => FilterOf(p, source))])));
                    break;
                default:
                    throw new InvalidDataException($"{source}: not a rule that is known here: {extension.UrlElement.Text()}");
            }
        }

        return rules;
    }

    /// <summary>Whether the value set has rules.</summary>
    public static bool Has(ValueSet valueSet) => valueSet.Compose?.Extension.Exists(extension => extension.UrlElement.Text() is PrefixUrl or LaboratoryCodeUrl) == true;

    /// <summary>Adds the rules to a code map.</summary>
    public void AddTo(CodeMapParts parts, CodeTarget target, ValueSetUse use)
    {
        foreach ((CodeSystemId system, string prefix) in _prefixes) parts.AddPrefix(system, prefix, target, use);
        foreach ((CodeSystemId system, string analyte, LaboratoryCodeRule rule) in _laboratory) parts.AddRule(system, analyte, rule);
    }

    /// <summary>
    /// Whether a rule recognises a listed code of a classification, so that the code need not be kept beside it. Drug products are kept: drafts may be
    /// written with them.
    /// </summary>
    public bool Recognise(CodeSystemId system, string code) => system switch
    {
        CodeSystemId.Icd10 => _prefixes.Exists(rule => rule.System == system && CodeForm.Of(system, code).StartsWith(CodeForm.Of(system, rule.Prefix), StringComparison.Ordinal)),
        CodeSystemId.Jlac10 => _laboratory.Exists(rule => rule.System == system && code.StartsWith(rule.Analyte, StringComparison.Ordinal) && rule.Rule.Holds(code)),
        _ => false,
    };

    private static LaboratoryCodeFilter FilterOf(IGrouping<string, string> part, string source)
    {
        bool excluded = part.Key.StartsWith(Excluded, StringComparison.Ordinal);
        (int start, int length) = (excluded ? part.Key[Excluded.Length..] : part.Key) switch
        {
            "identification" => (5, 4),
            "material" => (9, 3),
            "method" => (12, 3),
            "result" => (15, 2),
            string other => throw new InvalidDataException($"{source}: unknown part {other} of a laboratory code"),
        };
        return new LaboratoryCodeFilter(start, length, [.. part], excluded);
    }
}
