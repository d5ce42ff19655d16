using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Values;

/// <summary>Which results belong to one report or panel although they are dated apart: the results of a DiagnosticReport, the members of an Observation.</summary>
internal sealed class ReportedTogether(ReferenceResolver resolver)
{
    private readonly Dictionary<string, SortedSet<string>> _reportsOf = new(StringComparer.Ordinal);

    /// <summary>Remembers the results that a report names.</summary>
    public void Add(string report, IReadOnlyList<ResourceReference> results)
    {
        foreach (ResourceReference result in results)
        {
            if (result.ReferenceElement.Text() is not { } text || ReferenceOf(text) is not { } resource) continue;
            if (!_reportsOf.TryGetValue(resource, out SortedSet<string>? reports)) _reportsOf[resource] = reports = new SortedSet<string>(StringComparer.Ordinal);
            reports.Add(report);
        }
    }

    /// <summary>The values, each with the reports that name it.</summary>
    public IReadOnlyList<ObservedFact> Mark(IReadOnlyList<ObservedFact> observations) =>
        _reportsOf.Count == 0 ? observations : [.. observations.Select(o => _reportsOf.TryGetValue(o.Resource, out SortedSet<string>? reports) ? o with { Reports = [.. reports] } : o)];

    private string? ReferenceOf(string reference) => resolver.ByUrl(reference)?.Reference ?? ReferenceResolver.Relative(reference);
}
