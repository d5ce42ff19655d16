using System.Collections.Concurrent;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>The shapes of all FHIR classes, each built at first use and kept.</summary>
internal sealed class PocoShapes
{
    private static readonly ModelInspector Inspector = ModelInfo.ModelInspector;

    private readonly ConcurrentDictionary<Type, PocoShape> _shapes = new();
    private readonly ConcurrentDictionary<string, ResourceClass?> _resources = new(StringComparer.Ordinal);
    private readonly bool _readMembersOnly;

    private PocoShapes(bool readMembersOnly) => _readMembersOnly = readMembersOnly;

    /// <summary>Everything that FHIR knows is filled in.</summary>
    public static PocoShapes Whole { get; } = new(readMembersOnly: false);

    /// <summary>Only what the readers ask for is filled in (<see cref="ReadMembers"/>); the rest is passed over.</summary>
    public static PocoShapes ReadOnly { get; } = new(readMembersOnly: true);

    /// <summary>The shape of a class.</summary>
    public PocoShape Of(Type type) => _shapes.GetOrAdd(type, static (t, shapes) => shapes.Build(t), this);

    /// <summary>The class of a resource type, in its exact letter case; null when FHIR R4 has no such type. Never asked for more names than one request holds resources.</summary>
    public ResourceClass? Resource(string name) => ModelInfo.IsKnownResource(name) ? _resources.GetOrAdd(name, static (n, shapes) => shapes.Find(n), this) : null;

    private PocoShape Build(Type type) =>
        new(Inspector.FindClassMapping(type) ?? throw new InvalidOperationException($"{type} is no FHIR class."), _readMembersOnly ? ReadMembers.Of(type) : null);

    private ResourceClass? Find(string name) =>
        ModelInfo.GetTypeForFhirType(name) is { IsAbstract: false } type && typeof(Resource).IsAssignableFrom(type) && ModelInfo.GetFhirTypeNameForType(type) == name
            ? new ResourceClass(PocoMaker.Of(type), Of(type))
            : null;
}

/// <summary>How a resource of one type is made and filled.</summary>
/// <param name="Maker">Makes an empty one.</param>
/// <param name="Shape">Its members.</param>
internal sealed record ResourceClass(PocoMaker Maker, PocoShape Shape);
