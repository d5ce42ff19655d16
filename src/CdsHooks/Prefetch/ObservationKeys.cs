namespace Cds.CdsHooks.Prefetch;

/// <summary>Prefetch keys of observations and what is asked for under each.</summary>
internal static class ObservationKeys
{
    private const string Chemistry = "chemistry", Markers = "myelomaMarkers", Immunoglobulins = "immunoglobulins", Cytogenetics = "cytogenetics";
    private const string Infections = "infections", Findings = "findings";

    private static readonly string[] MarkerSubjects = ["m-protein", "immunofixation", "marrow", "circulating-plasma", "mrd", "beta2", "plasmacytoma"];
    private static readonly string[] ImmunoglobulinSubjects = ["ig", "flc"];
    private static readonly string[] CytogeneticSubjects = ["cytogenetics", "genomic-variant", "del-", "t-", "gain-"];
    private static readonly string[] InfectionSubjects = ["hb", "hc", "hiv", "sars", "cmv"];

    private static readonly string[] FindingSubjects =
        ["stage", "disease-status", "ecog", "weight", "height", "body", "temperature", "spo2", "systolic", "heart-rate", "lvef", "bone-lesions", "extramedullary", "polyneuropathy"];

    /// <summary>The keys, in the order of discovery.</summary>
    public static IReadOnlyList<string> All { get; } = [Chemistry, Markers, Immunoglobulins, Cytogenetics, Infections, Findings];

    /// <summary>The key of a fact or test; what belongs to no other is laboratory chemistry and blood counts.</summary>
    public static string Of(string subject) =>
        IsOneOf(subject, MarkerSubjects) ? Markers
        : IsOneOf(subject, ImmunoglobulinSubjects) ? Immunoglobulins
        : IsOneOf(subject, CytogeneticSubjects) ? Cytogenetics
        : IsOneOf(subject, InfectionSubjects) ? Infections
        : IsOneOf(subject, FindingSubjects) ? Findings
        : Chemistry;

    private static bool IsOneOf(string subject, string[] starts) => starts.Any(start => subject.StartsWith(start, StringComparison.Ordinal));
}
