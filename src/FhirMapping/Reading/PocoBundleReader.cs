using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>
/// Takes a Bundle of Firely objects apart, under the same rules as its JSON. Elements are asked for by name: the typed getters throw where somebody else's
/// lenient parser left a value of another shape.
/// </summary>
internal static class PocoBundleReader
{
    private const int DeepestBundle = 4;

    public static void Read(Bundle bundle, ResourceList resources, IReadOnlySet<string> readTypes) => Read(bundle, resources, readTypes, "$", 0);

    private static void Read(Bundle bundle, ResourceList resources, IReadOnlySet<string> readTypes, string place, int depth)
    {
        int number = 0;
        object? held = bundle.TryGetValue("entry", out object? found) ? found : null;
        if (held is not (null or System.Collections.IList)) resources.Notes.NoList($"{place}.entry");
        foreach (object? item in held as System.Collections.IList ?? (held is null ? Array.Empty<object>() : new[] { held }))
        {
            var at = new EntryPlace(place, number++);
            if (item is Bundle.EntryComponent entry) Read(entry, resources, readTypes, at, depth);
            else if (item is not null) resources.Notes.NoEntry(at.Entry);
        }

        if (bundle.ImplicitRulesElement.Text() is null) return;
        resources.Notes.Modified(place, "implicitRules");
        resources.TakeOut(place);
    }

    private static void Read(Bundle.EntryComponent entry, ResourceList resources, IReadOnlySet<string> readTypes, EntryPlace at, int depth)
    {
        bool isDeletion = Child<Bundle.RequestComponent>(entry, "request") is { } request && string.Equals(Child<PrimitiveType>(request, "method").Text(), "DELETE", StringComparison.OrdinalIgnoreCase);
        if (isDeletion && Child<PrimitiveType>(Child<Bundle.RequestComponent>(entry, "request")!, "url").Text() is { } url) resources.Delete(url);
        switch (Child<Resource>(entry, "resource"))
        {
            case null:
                if (entry.TryGetValue("resource", out _) || !(entry.TryGetValue("request", out _) || entry.TryGetValue("response", out _))) resources.Notes.NoEntry(at.Entry);
                break;
            case Bundle inner when depth < DeepestBundle:
                Read(inner, resources, readTypes, at.Resource, depth + 1);
                break;
            case Bundle:
                resources.Notes.TooDeep(at.Resource);
                break;
            case { } resource when readTypes.Contains(resource.TypeName):
                resources.Add(FaultFinder.Check(resource), resource.TypeName, Child<PrimitiveType>(resource, "id").Text(), Child<PrimitiveType>(entry, "fullUrl").Text(), at, default);
                break;
            case { } other:
                resources.AddUnread(other.TypeName, Child<PrimitiveType>(other, "id").Text(), Child<PrimitiveType>(entry, "fullUrl").Text(), at, default);
                break;
        }

        if (isDeletion) resources.Notes.Deleted(at.Entry);
        else if (entry.TryGetValue("modifierExtension", out _)) resources.Notes.Modified(at.Entry, "modifierExtension");
        else return;
        resources.TakeOut(at.Resource);
    }

    private static T? Child<T>(Base element, string name)
        where T : class => element.TryGetValue(name, out object? value) ? value as T : null;
}
