namespace Cds.FhirMapping.Terminology;

/// <summary>Tests whose result is read in its own way; the value sets <c>test-*</c> name them.</summary>
public enum SpecialTest
{
    /// <summary>Chromosomes or FISH in words (ISCN).</summary>
    Cytogenetics,

    /// <summary>Genomic variant with components.</summary>
    GenomicVariant,

    /// <summary>Stage of the ISS.</summary>
    StageIss,

    /// <summary>Stage of the revised ISS.</summary>
    StageRIss,
}

/// <summary>Tests by the id of their value set.</summary>
internal static class SpecialTests
{
    /// <summary>The test of an id (<c>genomic-variant</c>); null for a test that has no reading of its own.</summary>
    public static SpecialTest? Of(string id) => Enum.TryParse(id.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out SpecialTest test) && Enum.IsDefined(test) ? test : null;

    /// <summary>Whether the targets of a code are the test.</summary>
    public static bool Contains(this IReadOnlyList<CodeTarget> targets, SpecialTest test)
    {
        for (int i = 0; i < targets.Count; i++)
        {
            if (targets[i].Kind == TargetKind.Test && Of(targets[i].Id) == test) return true;
        }

        return false;
    }
}
