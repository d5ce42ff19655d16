using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Facts;

namespace Cds.CdsHooks.Envelope;

/// <summary>Prefetch keys of observations and what is asked for under each: the facts say so themselves.</summary>
internal static class ObservationKeys
{
    /// <summary>The groups, in the order of discovery.</summary>
    public static IReadOnlyList<PrefetchGroup> All { get; } =
    [
        PrefetchGroup.Chemistry, PrefetchGroup.MyelomaMarkers, PrefetchGroup.Immunoglobulins, PrefetchGroup.Cytogenetics, PrefetchGroup.Infections, PrefetchGroup.Findings,
    ];

    /// <summary>The key of a group (<c>myelomaMarkers</c>).</summary>
    public static string NameOf(PrefetchGroup group) => group switch
    {
        PrefetchGroup.Chemistry => "chemistry",
        PrefetchGroup.MyelomaMarkers => "myelomaMarkers",
        PrefetchGroup.Immunoglobulins => "immunoglobulins",
        PrefetchGroup.Cytogenetics => "cytogenetics",
        PrefetchGroup.Infections => "infections",
        PrefetchGroup.Findings => "findings",
        _ => throw new InvalidOperationException($"Add the prefetch key of {group}."),
    };

    /// <summary>The group that a code is asked for in; null for a fact that this site has switched off.</summary>
    public static PrefetchGroup? Of(ObservationCode code, KnowledgeBase knowledge) => code.Test switch
    {
        SpecialTest.Cytogenetics or SpecialTest.GenomicVariant => PrefetchGroup.Cytogenetics,
        SpecialTest.StageIss or SpecialTest.StageRIss => PrefetchGroup.Findings,
        null => knowledge.Facts.GetValueOrDefault(code.Subject)?.Prefetch,
        _ => throw new InvalidOperationException($"Say in which group the test {code.Test} is asked for."),
    };
}
