using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads the route of a dosage, by code first, then by the words of both languages.</summary>
internal static class RouteReader
{
    private static readonly (Route Route, string[] Words)[] Words =
    [
        (Route.Subcutaneous, ["subcutaneous", "皮下"]),
        (Route.Intravenous, ["intravenous", "静脈", "静注", "点滴"]),
        (Route.Oral, ["oral", "bymouth", "経口", "内服"]),
    ];

    /// <summary>The route; null when it is not chosen or is another one.</summary>
    public static Route? Read(IEnumerable<CodeableConcept?> routes, ReadingContext context)
    {
        foreach (CodeableConcept? concept in routes)
        {
            foreach (string id in context.Codes.Find(context.See(concept), TargetKind.Route))
            {
                if (Enum.TryParse(id, ignoreCase: true, out Route route)) return route;
            }

            foreach (string text in concept.Texts().Select(TextForm.Normalise))
            {
                foreach ((Route route, string[] words) in Words)
                {
                    if (words.Any(word => text.Contains(word, StringComparison.Ordinal))) return route;
                }
            }
        }

        return null;
    }
}
