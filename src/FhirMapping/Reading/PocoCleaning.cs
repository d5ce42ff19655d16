using System.Collections;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>
/// Makes a Firely object safe for typed code: values of the wrong shape, which Firely keeps aside and whose typed getters would throw, are mended where they
/// are plain (a single value where a list is due, a list of one where a single value is due, a number written as text) and taken out otherwise.
/// </summary>
internal static class PocoCleaning
{
    /// <summary>Cleans a resource.</summary>
    public static CleaningResult Clean(Resource resource)
    {
        var result = new CleaningResult([], []);
        Clean(resource, resource.TypeName, result);
        return result;
    }

    private static void Clean(Base element, string path, CleaningResult result)
    {
        if (ModelInfo.ModelInspector.FindClassMapping(element.GetType()) is not { } mapping) return;
        foreach ((string name, object value) in element.EnumerateElements().ToArray())
        {
            if (element is PrimitiveType && name == "value") continue;
            string place = $"{path}.{name}";
            PropertyMapping? property = mapping.FindMappedElementByName(name);
            object? kept = property is null ? null : Shaped(property, value, place, result);
            if (kept is not null) kept = Cleaned(kept, place, result);
            if (ReferenceEquals(kept, value)) continue;
            if (kept is null)
            {
                result.Mended.Remove(place);
                result.TakenOut.Add(place);
            }

            element.SetValue(name, kept);
        }
    }

    /// <summary>The value in the shape of its property; null when it has none of the shapes that can be meant.</summary>
    private static object? Shaped(PropertyMapping property, object value, string place, CleaningResult result)
    {
        Type wanted = property.NativeProperty!.PropertyType;
        if (property.IsCollection)
        {
            Type item = wanted.GetGenericArguments()[0];
            if (wanted.IsInstanceOfType(value)) return value;
            IEnumerable items = value is IList several ? several : new[] { value };
            var list = (IList)Activator.CreateInstance(wanted)!;
            foreach (object? one in items)
            {
                if (one is not (DynamicDataType or DynamicPrimitive) && item.IsInstanceOfType(one)) list.Add(one);
            }

            if (list.Count > 0) result.Mended.Add(place);
            return list;
        }

        if (value is IList { Count: 1 } single && IsMeant(wanted, single[0]))
        {
            result.Mended.Add(place);
            return single[0];
        }

        return IsMeant(wanted, value) ? value : null;
    }

    private static bool IsMeant(Type wanted, object? value) => value is not (null or DynamicDataType or DynamicPrimitive or IList) && wanted.IsInstanceOfType(value);

    private static object? Cleaned(object value, string place, CleaningResult result)
    {
        switch (value)
        {
            case PrimitiveType primitive:
                if (primitive.JsonValue is { } json && !IsLiteral(primitive, json))
                {
                    primitive.JsonValue = Literal(primitive, json);
                    if (primitive.JsonValue is null) return null;
                    result.Mended.Add(place);
                }

                return primitive;
            case Base element:
                Clean(element, place, result);
                return element.EnumerateElements().Any() || element is Resource ? element : null;
            case IList list:
                for (int i = list.Count - 1; i >= 0; i--)
                {
                    if (list[i] is not Base item || item is DynamicDataType or DynamicPrimitive || Cleaned(item, place, result) is null) list.RemoveAt(i);
                }

                return list.Count > 0 ? list : null;
            default:
                return null;
        }
    }

    private static bool IsLiteral(PrimitiveType primitive, object json) => primitive switch
    {
        FhirDecimal => json is decimal,
        Integer or PositiveInt or UnsignedInt => json is int,
        FhirBoolean => json is bool,
        _ => json is string,
    };

    /// <summary>A number that was written as text or with a needless fraction; nothing else is guessed.</summary>
    private static object? Literal(PrimitiveType primitive, object json)
    {
        if (primitive is not (FhirDecimal or Integer or PositiveInt or UnsignedInt)) return null;
        decimal? number = json switch
        {
            decimal value => value,
            int value => value,
            long value => value,
            string text when decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal value) => value,
            _ => null,
        };
        if (number is not { } read) return null;
        if (primitive is FhirDecimal) return read;
        return read == decimal.Truncate(read) && read is >= int.MinValue and <= int.MaxValue ? (int)read : null;
    }
}

/// <summary>What cleaning did, as paths from the type on and without positions (<c>Observation.component</c>).</summary>
/// <param name="Mended">Values that were put into the shape that they were meant to have.</param>
/// <param name="TakenOut">Values that could not be read.</param>
internal sealed record CleaningResult(HashSet<string> Mended, HashSet<string> TakenOut);
