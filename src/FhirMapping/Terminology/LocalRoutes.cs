using System.Collections.Frozen;

namespace Cds.FhirMapping.Terminology;

/// <summary>Codes of routes by which a drug stays where it is put: the eye, the skin, the nose, the ear, the lung (<c>tools/terminology/local-routes.csv</c>).</summary>
internal static class LocalRoutes
{
    private static readonly FrozenSet<(string System, string Code)> Codes =
        TerminologyTable.Read("local-routes").Select(row => (CodeSystemUris.Normalise(row["system"]), row["code"])).ToFrozenSet();

    /// <summary>Whether a code names such a route.</summary>
    public static bool Contains(CodeInSystem code) => code.Uri is { } uri && Codes.Contains((CodeSystemUris.Normalise(uri), code.Code));
}
