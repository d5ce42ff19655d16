using System.Collections;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Proposals;

/// <summary>
/// Mends a copy of a resource that was sent, so that it may be sent back: a single value where a list is due is put into one; nulls, empty elements and
/// what FHIR does not allow are left out. What would change the meaning when left out is never left out: then there is no copy.
/// </summary>
internal static class StrictCopy
{
    /// <summary>Every round removes at least one element.</summary>
    private const int MostRounds = 20;

    /// <summary>Elements that restrict or negate the resource, or by which it is found.</summary>
    private static readonly string[] NeverLeftOut = ["id", "implicitRules", "modifierExtension", "doNotPerform", "status", "intent"];

    /// <summary>Whether the resource could be mended; false leaves it half mended.</summary>
    public static bool Mend(Resource copy)
    {
        for (int round = 0; round < MostRounds && Tidy(copy); round++)
        {
            IReadOnlyList<StrictFault> faults = StrictFhir.Faults(copy);
            if (faults.Count == 0) return true;
            // One at a time, the last first: taking out one element moves those behind it.
            if (!faults.Reverse().Any(fault => LeaveOut(copy, fault.Path.Split('.')))) return false;
        }

        return false;
    }

    /// <summary>Brings lists into shape and drops what is empty or unknown, from the leaves up; false when something must not be dropped.</summary>
    public static bool Tidy(Base parent)
    {
        ClassMapping? mapping = ModelInfo.ModelInspector.FindClassMapping(parent.GetType());
        // A copy can hold an element twice: as it was sent, in the wrong shape, and empty in the right one.
        ILookup<string, object> elements = parent.EnumerateElements().Where(e => e.Value is Base or IList).ToLookup(e => e.Key, e => e.Value);
        // Firely keeps there what has the wrong shape; what can be given the right one is set again below.
        parent.ClearOverflow();
        foreach (IGrouping<string, object> sent in elements)
        {
            PropertyMapping? element = mapping?.FindMappedElementByName(sent.Key);
            List<Base> items = [.. sent.SelectMany(value => value is IList list ? list.OfType<Base>() : [(Base)value])];
            if (!items.TrueForAll(Tidy)) return false;
            items.RemoveAll(IsEmpty);
            bool dropped = items.Count > 0 && (element is null || (!element.IsCollection && items.Count > 1));
            if (dropped && NeverLeftOut.Contains(sent.Key)) return false;
            if (element is not null) Set(parent, sent.Key, element, dropped ? [] : items);
        }

        return true;
    }

    private static void Set(Base parent, string name, PropertyMapping element, List<Base> items)
    {
        if (items.Count == 0)
        {
            parent.SetValue(name, null);
        }
        else if (!element.IsCollection)
        {
            parent.SetValue(name, items[0]);
        }
        else
        {
            Type of = element.ImplementingType;
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(of))!;
            foreach (Base item in items.Where(of.IsInstanceOfType)) list.Add(item);
            parent.SetValue(name, list.Count == 0 ? null : list);
        }
    }

    private static bool IsEmpty(Base item) => item is not PrimitiveType { JsonValue: not null and not "" } && (IsOfList(item) || !item.EnumerateElements().Any());

    /// <summary>Whether it is a code of a list that FHIR requires: an extension is none of them.</summary>
    private static bool IsOfList(Base item) => item.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Code<>);

    /// <summary>Takes out the element at a path, or the one around it when only that is there; false when it must stay.</summary>
    private static bool LeaveOut(Resource root, string[] path)
    {
        if (path.Length < 2 || path.Any(step => NeverLeftOut.Contains(Step(step).Name))) return false;
        Base? parent = root;
        foreach (string step in path[1..^1]) parent = parent is null ? null : Child(parent, step);
        (string name, int? index) = Step(path[^1]);
        if (parent is null || !parent.TryGetValue(name, out object? value)) return LeaveOut(root, path[..^1]);
        if (value is IList list && index is { } at && at < list.Count) list.RemoveAt(at);
        else parent.SetValue(name, null);
        return true;
    }

    private static Base? Child(Base parent, string step)
    {
        (string name, int? index) = Step(step);
        return !parent.TryGetValue(name, out object? value) ? null
            : value is IList list ? (index is { } at && at < list.Count ? list[at] as Base : null)
            : value as Base;
    }

    private static (string Name, int? Index) Step(string step)
    {
        int bracket = step.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? (step, null)
            : (step[..bracket], int.TryParse(step.AsSpan(bracket + 1).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out int at) ? at : null);
    }
}
