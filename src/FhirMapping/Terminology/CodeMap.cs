using System.Collections.Frozen;
using System.Reflection;
using Cds.Knowledge;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Terminology;

/// <summary>
/// What codes stand for, built from the value sets of <c>fhir-profiles/valuesets</c>. Codes count with their system, never by the text beside
/// them. Immutable and thread-safe.
/// </summary>
public sealed class CodeMap
{
    private const string ResourcePrefix = "valuesets/";
    private const int ShortestIcdPrefix = 3;
    private const int YjIngredientDigits = 7;
    private const int JlacAnalyteDigits = 5;

    private readonly FrozenDictionary<(CodeSystemId System, string Code), List<CodeTarget>> _codes;
    private readonly FrozenDictionary<(CodeSystemId System, string Prefix), List<CodeTarget>> _prefixes;
    private readonly FrozenDictionary<(CodeSystemId System, string Prefix), List<CodeTarget>> _worded;
    private readonly FrozenDictionary<(CodeSystemId System, string Analyte), List<LaboratoryCodeRule>> _rules;
    private readonly FrozenDictionary<(string Uri, string Code), List<CodeTarget>> _local;
    private readonly IReadOnlyList<string> _siteSystems;
    private readonly FrozenDictionary<CodeTarget, List<string>> _wordsBeside;
    private readonly FrozenDictionary<CodeTarget, List<string>> _names;
    private readonly FrozenDictionary<CodeTarget, List<WritableCode>> _writable;

    private CodeMap(CodeMapParts parts)
    {
        _codes = parts.Codes.ToFrozenDictionary();
        _prefixes = parts.Prefixes.ToFrozenDictionary();
        _worded = parts.Worded.ToFrozenDictionary();
        _rules = parts.Rules.ToFrozenDictionary();
        _local = parts.Local.ToFrozenDictionary();
        _siteSystems = [.. parts.SiteObservationSystems];
        _names = parts.Names.ToFrozenDictionary();
        _writable = parts.Writable.ToFrozenDictionary();
        _wordsBeside = parts.WordsBeside.ToFrozenDictionary(p => p.Key, p => p.Value.Select(TextForm.Normalise).ToList());
    }

    /// <summary>The code map of the value sets that ship inside the assembly.</summary>
    public static CodeMap ReadEmbedded() => new(EmbeddedParts());

    /// <summary>
    /// The embedded code map with the codes of a site: ValueSets whose id says what they stand for, and ConceptMaps from local systems to the
    /// project's own (<c>.../CodeSystem/fact</c>, <c>drug</c>, ...).
    /// </summary>
    /// <exception cref="LocalCodeDefectsException">A file cannot be used; all defects of all files are listed.</exception>
    public static CodeMap ReadEmbedded(IReadOnlyList<LocalCodeFile> files, KnowledgeBase knowledge)
    {
        CodeMapParts parts = EmbeddedParts();
        var reader = new LocalCodeReader(knowledge, parts);
        foreach (LocalCodeFile file in files) reader.Read(file);
        var codes = new CodeMap(parts) { LocalCodeCount = reader.Count };
        reader.CheckMeanings(codes);
        reader.CheckPrefetch(codes);
        if (reader.Defects.Count > 0) throw new LocalCodeDefectsException(reader.Defects);
        return codes;
    }

    private static CodeMapParts EmbeddedParts()
    {
        var parts = new CodeMapParts();
        Assembly assembly = typeof(CodeMap).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            ValueSetReader.Read(Content(assembly, name), name, parts);
        }

        return parts;
    }

    private static byte[] Content(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name)!;
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    /// <summary>Codes of LOINC, SNOMED CT and NCIT under which observations are recognised, for asking a server for them.</summary>
    public IReadOnlyList<ObservationCode> ObservationCodes =>
    [
        .. _writable.Where(entry => entry.Key.Kind is TargetKind.Fact or TargetKind.Test or TargetKind.Band)
            .SelectMany(entry => entry.Value
                .Where(code => code.System is CodeSystemId.Loinc or CodeSystemId.Snomed or CodeSystemId.Ncit)
                .Select(code => new ObservationCode(entry.Key.Id, code.Uri, code.Code, entry.Key.Kind == TargetKind.Test ? SpecialTests.Of(entry.Key.Id) : null)))
            .OrderBy(code => code.Subject, StringComparer.Ordinal).ThenBy(code => code.System, StringComparer.Ordinal).ThenBy(code => code.Code, StringComparer.Ordinal),
    ];

    /// <summary>Canonical URL of the questionnaire whose answers are read.</summary>
    public static string Questionnaire => CodeSystemUris.ProjectQuestionnaire;

    /// <summary>Code systems whose codes are recognised by their parts, are the project's own or are a site's: to be asked for as a whole.</summary>
    public IReadOnlyList<string> LocalObservationSystems =>
        [.. CodeSystemUris.LocalObservationSystems, .. _siteSystems.Except(CodeSystemUris.LocalObservationSystems, StringComparer.Ordinal)];

    /// <summary>How many codes a site has added.</summary>
    public int LocalCodeCount { get; private init; }

    /// <summary>Everything that one code stands for; texts beside it decide for codes that are shared.</summary>
    internal IReadOnlyList<CodeTarget> Find(CodeInSystem coding, CodeableConcept? beside)
    {
        if (coding.System == CodeSystemId.Unknown)
        {
            return _local.Count > 0 && coding.Uri is not null && _local.TryGetValue((CodeSystemUris.Normalise(coding.Uri), coding.Code), out List<CodeTarget>? local)
                ? local
                : [];
        }

        if (coding.System == CodeSystemId.Project) return ProjectTarget(coding) is { } own ? [own] : [];
        List<CodeTarget>? found = null;
        string code = CodeForm.Of(coding.System, coding.Code);
        if (_codes.TryGetValue((coding.System, code), out List<CodeTarget>? exact)) AddTo(ref found, exact);
        if (_worded.TryGetValue((coding.System, code), out List<CodeTarget>? shared)) AddWorded(ref found, shared, beside);
        switch (coding.System)
        {
            case CodeSystemId.Icd10:
                FindIcd(code, beside, ref found);
                break;
            case CodeSystemId.Yj or CodeSystemId.GeneralNameOrder when code.Length >= YjIngredientDigits:
                if (_prefixes.TryGetValue((CodeSystemId.Yj, code[..YjIngredientDigits]), out List<CodeTarget>? drug)) AddTo(ref found, drug);
                break;
            case CodeSystemId.Jlac10 or CodeSystemId.Jlac11:
                FindLaboratoryCode(coding, ref found);
                break;
            default:
                break;
        }

        return found ?? (IReadOnlyList<CodeTarget>)[];
    }

    /// <summary>Everything that one code stands for; texts beside it decide for codes that are shared.</summary>
    internal IReadOnlyList<CodeTarget> Find(CodeInSystem code, IReadOnlyList<string> textsBeside)
    {
        return Find(code, new CodeableConcept { Coding = [.. textsBeside.Select(text => new Coding { Display = text })] });
    }

    /// <summary>Everything that the codes of a concept stand for.</summary>
    internal IReadOnlyList<CodeTarget> Find(CodeableConcept? concept)
    {
        IReadOnlyList<CodeTarget> targets = [];
        List<CodeTarget>? several = null;
        IReadOnlyList<Coding> codings = concept?.ListOf<Coding>("coding") ?? [];
        for (int i = 0; i < codings.Count; i++)
        {
            if (CodeInSystem.Of(codings[i]) is not { } code || Find(code, concept) is not { Count: > 0 } more) continue;
            if (targets.Count == 0)
            {
                targets = more;
                continue;
            }

            several ??= [.. targets];
            several.AddRange(more.Where(target => !several.Contains(target)));
            targets = several;
        }

        return targets;
    }

    /// <summary>Everything of the given kind that a concept stands for.</summary>
    internal IReadOnlyList<string> Find(CodeableConcept? concept, TargetKind kind)
    {
        List<string>? ids = null;
        IReadOnlyList<Coding> codings = concept?.ListOf<Coding>("coding") ?? [];
        for (int i = 0; i < codings.Count; i++)
        {
            if (CodeInSystem.Of(codings[i]) is not { } code) continue;
            foreach (CodeTarget target in Find(code, concept))
            {
                if (target.Kind == kind && ids?.Contains(target.Id) != true) (ids ??= []).Add(target.Id);
            }
        }

        return ids ?? (IReadOnlyList<string>)[];
    }

    /// <summary>Names by which something is called in free text (Japanese terms and trade names).</summary>
    internal IReadOnlyList<string> NamesOf(TargetKind kind, string id) =>
        _names.TryGetValue(new CodeTarget(kind, id), out List<string>? names) ? names : [];

    /// <summary>Everything of a kind that has names.</summary>
    internal IEnumerable<string> Named(TargetKind kind) => _names.Keys.Where(k => k.Kind == kind).Select(k => k.Id);

    /// <summary>Whether a code is the beginning of one that stands for something of the kind (<c>C90</c> of <c>C90.0</c>): a class that cannot tell.</summary>
    internal bool IsClassOf(TargetKind kind, CodeSystemId system, string code)
    {
        string form = CodeForm.Of(system, code);
        if (form.Length == 0) return false;
        return IsClassIn(_codes) || IsClassIn(_prefixes) || IsClassIn(_worded);

        bool IsClassIn(FrozenDictionary<(CodeSystemId System, string Code), List<CodeTarget>> codes) => codes.Any(entry =>
            entry.Key.System == system && entry.Key.Code.Length > form.Length && entry.Key.Code.StartsWith(form, StringComparison.Ordinal) && entry.Value.Exists(target => target.Kind == kind));
    }

    /// <summary>Codes with which something can be written.</summary>
    internal IReadOnlyList<WritableCode> CodesFor(TargetKind kind, string id) =>
        _writable.TryGetValue(new CodeTarget(kind, id), out List<WritableCode>? codes) ? codes : [];

    /// <summary>
    /// The JLAC10 code under which a quantity can be ordered whatever the method, put together from its analyte; null for other tests.
    /// </summary>
    internal string? LaboratoryOrderCode(string factId)
    {
        var target = new CodeTarget(TargetKind.Fact, factId);
        foreach (((CodeSystemId system, string analyte), List<LaboratoryCodeRule> rules) in _rules.OrderBy(r => r.Key.Analyte, StringComparer.Ordinal))
        {
            if (system != CodeSystemId.Jlac10) continue;
            // Blood counts are made from whole blood with additive, everything else from serum; 998 is "any method".
            string code = string.Concat(analyte, "0000", analyte.StartsWith("2A", StringComparison.Ordinal) ? "019" : "023", "998", "01");
            if (rules.Exists(r => r.Target == target && r.Filters.Count > 0 && r.Holds(code))) return code;
        }

        return null;
    }

    /// <summary>The project's own systems name things by their id: <c>.../CodeSystem/fact</c> with <c>albumin</c>.</summary>
    private static CodeTarget? ProjectTarget(CodeInSystem coding)
    {
        string uri = coding.Uri!;
        int version = uri.IndexOf('|', StringComparison.Ordinal);
        if (version >= 0) uri = uri[..version];
        uri = uri.TrimEnd('/');
        string name = uri[(uri.LastIndexOf('/') + 1)..];
        return Enum.TryParse(name, ignoreCase: true, out TargetKind kind) && Enum.IsDefined(kind) ? new CodeTarget(kind, coding.Code) : null;
    }

    private void FindIcd(string code, CodeableConcept? beside, ref List<CodeTarget>? found)
    {
        for (int length = ShortestIcdPrefix; length < code.Length; length++)
        {
            string prefix = code[..length];
            if (_prefixes.TryGetValue((CodeSystemId.Icd10, prefix), out List<CodeTarget>? targets)) AddTo(ref found, targets);
            if (_worded.TryGetValue((CodeSystemId.Icd10, prefix), out List<CodeTarget>? shared)) AddWorded(ref found, shared, beside);
        }

        if (_prefixes.TryGetValue((CodeSystemId.Icd10, code), out List<CodeTarget>? whole)) AddTo(ref found, whole);
    }

    private void FindLaboratoryCode(CodeInSystem coding, ref List<CodeTarget>? found)
    {
        string digits = coding.Code.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length <= JlacAnalyteDigits || !_rules.TryGetValue((coding.System, digits[..JlacAnalyteDigits]), out List<LaboratoryCodeRule>? rules)) return;
        foreach (LaboratoryCodeRule rule in rules)
        {
            if (rule.Holds(digits)) AddTo(ref found, [rule.Target]);
        }
    }

    private void AddWorded(ref List<CodeTarget>? found, List<CodeTarget> targets, CodeableConcept? beside)
    {
        foreach (CodeTarget target in targets)
        {
            if (!_wordsBeside.TryGetValue(target, out List<string>? words)) continue;
            if (beside.Texts().Select(TextForm.Normalise).Any(text => words.Any(word => text.Contains(word, StringComparison.Ordinal)))) AddTo(ref found, [target]);
        }
    }

    private static void AddTo(ref List<CodeTarget>? found, List<CodeTarget> targets)
    {
        found ??= [];
        foreach (CodeTarget target in targets)
        {
            if (!found.Contains(target)) found.Add(target);
        }
    }
}
