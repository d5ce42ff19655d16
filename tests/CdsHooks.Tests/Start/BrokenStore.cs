using System.Reflection;
using Cds.CdsHooks.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.Start;

/// <summary>A store in which nothing works but opening it.</summary>
public class BrokenStore : DispatchProxy
{
    /// <summary>Puts it in place of the store.</summary>
    internal static void Register(IServiceCollection services) => services.AddSingleton(Create<IRecordStore, BrokenStore>());

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod?.Name == nameof(IRecordStore.OpenAsync) ? Task.CompletedTask
        : targetMethod?.ReturnType == typeof(string) ? "broken"
        : throw new StoreUnavailableException();
}
