using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cds.FhirMapping.Validation;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Utility;
using Hl7.Fhir.Validation;

namespace Cds.FhirMapping.Reading;

/// <summary>Says of each issue that Firely has with a resource what it does to the resource: by the element it is at, and whether it could be mended.</summary>
internal static partial class FaultFinder
{
    /// <summary>
    /// What the readers judge themselves, whichever way a resource came: texts that are no valid date, code or uri, elements that are not
    /// there at all, narrative, lengths and signs. The fast lane does not look at them either.
    /// </summary>
    private static readonly FrozenSet<string> LeftToReaders = FrozenSet.Create(
    [
        CodedValidationException.LITERAL_INVALID_CODE, CodedValidationException.INVALID_CODED_VALUE_CODE, CodedValidationException.MANDATORY_ELEMENT_MUST_BE_PRESENT_CODE,
        CodedValidationException.NARRATIVE_XML_IS_MALFORMED_CODE, CodedValidationException.NARRATIVE_XML_IS_INVALID_CODE, CodedValidationException.INVALID_STRING_LENGTH_CODE,
        CodedValidationException.INVALID_BASE64_VALUE_CODE, CodedValidationException.POSITIVE_INT_MUST_BE_POSITIVE_CODE, CodedValidationException.UNSIGNED_INT_MUST_NOT_BE_NEGATIVE_CODE,
    ]);

    private static readonly LocalizedText NotUnderstood = new("it changes the meaning in a way that is not known here", "意味を変える要素だが、その内容を解釈できない");
    private static readonly LocalizedText WrongType = new("its value is none that its type allows", "その型では使えない値である");

    /// <summary>Finds the faults, and makes the resource safe for typed code.</summary>
    /// <param name="resource">The resource as Firely gave it.</param>
    /// <param name="issues">Firely's issues.</param>
    /// <param name="json">The JSON it was read from, for paths as they are written there.</param>
    public static IReadOnlyList<ReadingFault> Find(Resource resource, IEnumerable<CodedException> issues, ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
        var faults = new Dictionary<string, ReadingFault>(StringComparer.Ordinal);
        foreach (ExtendedCodedException issue in issues.OfType<ExtendedCodedException>())
        {
            string path = issue.ErrorCode == FhirJsonException.DUPLICATE_PROPERTY_CODE && Quoted().Match(issue.BaseErrorMessage) is { Success: true } name
                ? $"{issue.InstancePath}.{name.Groups["name"].Value}"
                : issue.InstancePath ?? "";
            (string written, JsonElement value) = JsonPath.Follow(document.RootElement, path);
            bool isEmpty = value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(TextOf(value)))
                || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Null));
            // A number beyond all bounds comes as a text from Firely; a real text that is no date or code is left to the readers.
            bool isOfReaders = LeftToReaders.Contains(issue.ErrorCode) && !(issue.ErrorCode == CodedValidationException.LITERAL_INVALID_CODE && value.ValueKind == JsonValueKind.Number);
            if (isOfReaders && !(isEmpty && issue.ErrorCode == CodedValidationException.LITERAL_INVALID_CODE)) continue;
            string plain = WithoutPositions(path);
            (FaultKind kind, bool isSubject) = KindOf(resource, [.. plain.Split('.').Skip(1)]);
            if (isEmpty && kind != FaultKind.Restricts)
            {
                // An empty text beside a code says nothing anyhow.
                if (kind == FaultKind.Ignored || written.EndsWith(".display", StringComparison.Ordinal) || written.EndsWith(".text", StringComparison.Ordinal)) kind = FaultKind.Ignored;
                else kind = FaultKind.Empty;
            }

            if (kind == FaultKind.Ignored && isEmpty) continue;
            if (!faults.TryGetValue(plain, out ReadingFault? known) || known.Kind > kind) faults[plain] = new ReadingFault(kind, written, IssueTexts.Of(issue.ErrorCode), isSubject);
        }

        // Firely takes a number beyond decimals for a text, without a word.
        foreach (string path in JsonPath.NumbersBeyondDecimals(document.RootElement, resource.TypeName))
        {
            string plain = WithoutPositions(path);
            (FaultKind kind, bool isSubject) = KindOf(resource, [.. plain.Split('.').Skip(1)]);
            faults[plain] = new ReadingFault(kind, path[resource.TypeName.Length..], WrongType, isSubject);
        }

        foreach (string name in WithoutValue(resource)) faults[$"{resource.TypeName}.{name}"] = new ReadingFault(FaultKind.Restricts, "." + name, WrongType, RestrictingMembers.IsSubject(resource.GetType(), name));
        foreach (string path in Modifiers(resource)) faults[path] = new ReadingFault(FaultKind.Restricts, path, NotUnderstood);
        CleaningResult cleaned = PocoCleaning.Clean(resource);
        // What nothing was left of: an object that holds nothing but unknown members.
        foreach (string path in cleaned.TakenOut.Where(path => !faults.ContainsKey(path)))
        {
            (string written, JsonElement value) = JsonPath.Follow(document.RootElement, path);
            (FaultKind kind, bool isSubject) = KindOf(resource, [.. path.Split('.').Skip(1)]);
            if (value.ValueKind == JsonValueKind.Object && kind != FaultKind.Ignored) faults[path] = new ReadingFault(kind, written, WrongType, isSubject);
        }

        return
        [
            .. faults.Select(entry => entry.Value.Kind == FaultKind.Unreadable && cleaned.Mended.Contains(entry.Key) ? entry.Value with { Kind = FaultKind.Mended } : entry.Value)
                .DistinctBy(fault => fault.Path).OrderBy(fault => fault.Kind).ThenBy(fault => fault.Path, StringComparer.Ordinal),
        ];
    }

    private static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: there, and no text.
            return "?";
        }
    }

    /// <summary>
    /// Checks a resource that came as an object: somebody else's lenient reading may have left values in it that its types do not allow. The object itself is
    /// not changed.
    /// </summary>
    public static ResourceReading Check(Resource resource)
    {
        var copy = (Resource)resource.DeepCopy();
        List<ReadingFault> faults = [.. Modifiers(copy).Select(path => new ReadingFault(FaultKind.Restricts, path, NotUnderstood))];
        faults.AddRange(WithoutValue(copy).Select(name => new ReadingFault(FaultKind.Restricts, "." + name, WrongType, RestrictingMembers.IsSubject(copy.GetType(), name))));
        CleaningResult cleaned = PocoCleaning.Clean(copy);
        foreach (string path in cleaned.TakenOut.Concat(cleaned.Mended))
        {
            string[] elements = [.. path.Split('.').Skip(1)];
            (FaultKind kind, bool isSubject) = KindOf(resource, elements);
            if (kind == FaultKind.Unreadable && cleaned.Mended.Contains(path)) kind = FaultKind.Mended;
            faults.Add(new ReadingFault(kind, "." + string.Join('.', elements), WrongType, isSubject));
        }

        return new ResourceReading(copy, [.. faults.OrderBy(fault => fault.Kind).ThenBy(fault => fault.Path, StringComparer.Ordinal)]);
    }

    /// <summary>What restricts and is there with an id or extensions only (<c>_doNotPerform</c>), without a value.</summary>
    private static IEnumerable<string> WithoutValue(Resource resource) =>
        resource.EnumerateElements().Where(e => e.Value is PrimitiveType { JsonValue: null } and not DynamicPrimitive && RestrictingMembers.Contains(resource.GetType(), e.Key)).Select(e => e.Key);

    /// <summary>Where readable modifiers stand that nobody here understands.</summary>
    public static IEnumerable<string> Modifiers(Base element, string path = "")
    {
        foreach ((string name, object value) in element.EnumerateElements())
        {
            if (name is "modifierExtension" or "implicitRules")
            {
                yield return $"{path}.{name}";
                continue;
            }

            if (ReadMembers.Of(element.GetType()) is { } read && !read.Contains(name)) continue;
            int at = 0;
            foreach (Base child in Children(value))
            {
                string place = value is Base ? $"{path}.{name}" : $"{path}.{name}[{at++}]";
                foreach (string modifier in Modifiers(child, place)) yield return modifier;
            }
        }
    }

    private static IEnumerable<Base> Children(object? value) => value switch
    {
        Base one => [one],
        System.Collections.IList list => list.OfType<Base>(),
        _ => [],
    };

    /// <summary>Follows the elements down to the one at fault; what restricts on the way, or is not read, decides.</summary>
    private static (FaultKind Kind, bool IsSubject) KindOf(Base start, string[] elements)
    {
        Base? at = start;
        foreach (string element in elements)
        {
            if (at is null) return (FaultKind.Unreadable, false);
            Type type = at.GetType();
            ClassMapping? mapping = ModelInfo.ModelInspector.FindClassMapping(type);
            PropertyMapping? property = mapping is null ? null : PropertyOf(mapping, element);
            string name = property?.Name ?? element;
            if (RestrictingMembers.Contains(type, name) || RestrictingMembers.Contains(type, element)) return (FaultKind.Restricts, RestrictingMembers.IsSubject(type, name));
            if (mapping is null) return (FaultKind.Unreadable, false);
            // A death that cannot be read is unknown; age and sex are not lost with it.
            if (type == typeof(Patient) && name == "deceased") return (FaultKind.Ignored, false);
            if (property is null || (ReadMembers.Of(type) is { } read && !read.Contains(name))) return (FaultKind.Ignored, false);
            at = at.TryGetValue(name, out object? value) ? Children(value).FirstOrDefault() : null;
            if (at is DynamicDataType or DynamicPrimitive) at = null;
        }

        return (FaultKind.Unreadable, false);
    }

    /// <summary>The element of that name, of that choice (<c>valueQuantity</c>), or of a name that differs only in letter case.</summary>
    private static PropertyMapping? PropertyOf(ClassMapping mapping, string element) =>
        mapping.FindMappedElementByName(element) ?? mapping.FindMappedElementByChoiceName(element)
        ?? mapping.PropertyMappings.FirstOrDefault(p => string.Equals(p.Name, element, StringComparison.OrdinalIgnoreCase)
            || (p.Choice == ChoiceType.DatatypeChoice && element.StartsWith(p.Name, StringComparison.OrdinalIgnoreCase)));

    private static string WithoutPositions(string? path) => Position().Replace(path ?? "", "");

    [GeneratedRegex(@"\[\d+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Position();

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
