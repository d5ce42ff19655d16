namespace Cds.CdsHooks.LocalKnowledge;

/// <summary>A type of which every generation of knowledge has its own instance.</summary>
/// <param name="service">Type that is asked for.</param>
/// <param name="create">Makes the instance; gets the generation as provider of services.</param>
internal sealed class KnowledgeBound(Type service, Func<IServiceProvider, object> create)
{
    public Type Service { get; } = service;

    public Func<IServiceProvider, object> Create { get; } = create;
}

/// <summary>
/// Registers types that are built on the knowledge base. They may take anything but what belongs to one request; a singleton must not take them, it
/// would keep knowledge that a reload has replaced.
/// </summary>
internal static class KnowledgeBoundExtensions
{
    /// <summary>One instance per generation.</summary>
    public static void AddKnowledgeBound<T>(this IServiceCollection services)
        where T : class => services.AddKnowledgeBound<T>(generation => ActivatorUtilities.CreateInstance<T>(generation));

    /// <summary>One instance per generation, asked for by another type.</summary>
    public static void AddKnowledgeBound<TService, TImplementation>(this IServiceCollection services)
        where TService : class
        where TImplementation : class, TService => services.AddKnowledgeBound<TService>(generation => ActivatorUtilities.CreateInstance<TImplementation>(generation));

    /// <summary>One instance per generation, made by a function.</summary>
    public static void AddKnowledgeBound<T>(this IServiceCollection services, Func<IServiceProvider, T> create)
        where T : class
    {
        var bound = new KnowledgeBound(typeof(T), create);
        services.AddSingleton(bound);
        services.AddScoped(provider => (T)provider.GetRequiredService<KnowledgeGeneration>().Instance(bound));
    }
}
