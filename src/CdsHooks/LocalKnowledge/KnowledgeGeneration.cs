using System.Collections.Concurrent;
using Cds.FhirMapping.Terminology;

namespace Cds.CdsHooks.LocalKnowledge;

/// <summary>
/// One knowledge base and code map with everything that is built on them. A request works with one generation from its first step to its last; a reload makes a new
/// one and leaves this to the requests that hold it.
/// </summary>
internal sealed class KnowledgeGeneration : IServiceProvider
{
    private readonly IServiceProvider _root;
    private readonly ILookup<Type, KnowledgeBound> _bound;
    private readonly ConcurrentDictionary<KnowledgeBound, Lazy<object>> _instances = new();

    /// <summary>A generation whose parts take everything else from the root of the application's services.</summary>
    public KnowledgeGeneration(IServiceProvider root, SiteKnowledge site)
    {
        _root = root;
        Knowledge = site.Knowledge;
        Codes = site.Codes;
        _bound = root.GetServices<KnowledgeBound>().ToLookup(bound => bound.Service);
    }

    /// <summary>The knowledge base.</summary>
    public KnowledgeBase Knowledge { get; }

    /// <summary>What codes stand for, those of the site included.</summary>
    public CodeMap Codes { get; }

    /// <inheritdoc />
    public object? GetService(Type serviceType)
    {
        if (serviceType == typeof(KnowledgeBase)) return Knowledge;
        if (serviceType == typeof(CodeMap)) return Codes;
        if (_bound.Contains(serviceType)) return Instance(_bound[serviceType].Last());
        if (serviceType.IsGenericType && serviceType.GetGenericTypeDefinition() == typeof(IEnumerable<>) && _bound.Contains(serviceType.GenericTypeArguments[0]))
        {
            Type element = serviceType.GenericTypeArguments[0];
            object[] instances = [.. _bound[element].Select(Instance)];
            var all = Array.CreateInstance(element, instances.Length);
            instances.CopyTo(all, 0);
            return all;
        }

        return _root.GetService(serviceType);
    }

    /// <summary>The one instance of a bound type in this generation.</summary>
    public object Instance(KnowledgeBound bound) => _instances.GetOrAdd(bound, wanted => new Lazy<object>(() => wanted.Create(this))).Value;
}
