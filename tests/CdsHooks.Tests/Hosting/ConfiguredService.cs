using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.Hosting;

/// <summary>The running app in an environment, with settings and, where a test needs it, other parts.</summary>
internal sealed class ConfiguredService(string environment, params (string Key, string Value)[] settings) : TestService
{
    /// <summary>Changes the parts.</summary>
    public Action<IServiceCollection>? Parts { get; init; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment(environment);
        foreach ((string key, string value) in settings) builder.UseSetting(key, value);
    }

    protected override void Change(IServiceCollection services)
    {
        base.Change(services);
        Parts?.Invoke(services);
    }
}
