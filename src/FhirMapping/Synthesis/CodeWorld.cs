namespace Cds.FhirMapping.Synthesis;

/// <summary>The code systems that a record is written in: those of an international system, or those of a Japanese hospital.</summary>
/// <param name="codes">Codes of things.</param>
/// <param name="isJapanese">JLAC10, YJ and ICD-10 where they have a code, instead of LOINC, RxNorm and SNOMED CT.</param>
internal sealed class CodeWorld(CodeMap codes, bool isJapanese)
{
    private static readonly CodeSystemId[] International = [CodeSystemId.Loinc, CodeSystemId.RxNorm, CodeSystemId.Snomed];
    private static readonly CodeSystemId[] Japanese = [CodeSystemId.Yj, CodeSystemId.Icd10];

    /// <summary>Whether the record is written in Japanese systems.</summary>
    public bool IsJapanese { get; } = isJapanese;

    /// <summary>The code of something: in the systems of this world, else in any.</summary>
    public (string System, string Code) Of(TargetKind kind, string id)
    {
        if (IsJapanese && kind == TargetKind.Fact && codes.LaboratoryOrderCode(id) is { } laboratory) return (CodeSystemUris.Jlac10, laboratory);
        IReadOnlyList<WritableCode> all = codes.CodesFor(kind, id);
        CodeSystemId[] preferred = IsJapanese ? [.. Japanese, .. International] : International;
        WritableCode? chosen = preferred.Select(system => all.FirstOrDefault(code => code.System == system)).FirstOrDefault(code => code is not null) ?? (all.Count > 0 ? all[0] : null);
        return chosen is null ? throw new InvalidOperationException($"{kind} {id} has no code to write it with.") : (chosen.Uri, chosen.Code);
    }
}
