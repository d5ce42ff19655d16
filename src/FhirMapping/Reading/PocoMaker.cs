using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace Cds.FhirMapping.Reading;

/// <summary>Makes empty objects of one class. Compiled when the first one is asked for: most classes that a resource may hold never occur.</summary>
internal sealed class PocoMaker
{
    private static readonly ConcurrentDictionary<Type, PocoMaker> Known = new();

    private readonly Type _type;
    private Func<object>? _make;

    private PocoMaker(Type type) => _type = type;

    /// <summary>The one maker of a class.</summary>
    public static PocoMaker Of(Type type) => Known.GetOrAdd(type, static t => new PocoMaker(t));

    /// <summary>A new object.</summary>
    public object Make() => (_make ??= Expression.Lambda<Func<object>>(Expression.New(_type)).Compile())();
}
