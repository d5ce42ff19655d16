using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>Takes a Bundle of Firely objects apart, under the same rules as its JSON.</summary>
internal static class PocoBundleReader
{
    private const int DeepestBundle = 4;

    public static void Read(Bundle bundle, ResourceList resources, IReadOnlySet<string> readTypes) => Read(bundle, resources, readTypes, "$", 0);

    private static void Read(Bundle bundle, ResourceList resources, IReadOnlySet<string> readTypes, string place, int depth)
    {
        int number = 0;
        foreach (Bundle.EntryComponent entry in bundle.Entry)
        {
            var at = new EntryPlace(place, number++);
            switch (entry.Resource)
            {
                case null:
                    if (entry.Request is null && entry.Response is null) resources.Notes.NoEntry(at.Entry);
                    break;
                case Bundle inner when depth < DeepestBundle:
                    Read(inner, resources, readTypes, at.Resource, depth + 1);
                    break;
                case Bundle:
                    resources.Notes.TooDeep(at.Resource);
                    break;
                case { } resource when readTypes.Contains(resource.TypeName):
                    resources.Add(FaultFinder.Check(resource), resource.TypeName, resource.IdElement.Text(), entry.FullUrlElement.Text(), at, default);
                    break;
                case { } other:
                    resources.AddUnread(other.TypeName, other.IdElement.Text(), entry.FullUrlElement.Text(), at, default);
                    break;
            }
        }
    }
}
