using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.LocalKnowledge;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cds.CdsHooks.Tests.Hosting;

/// <summary>The running app with the small knowledge base and a clock that stands still.</summary>
public class TestService : WebApplicationFactory<Program>
{
    /// <summary>Present of the tests: 2026-11-20 09:00 in Tokyo.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Everything the app logged, one line an entry.</summary>
    public LogLines Log { get; } = new();

    private readonly TemporaryFolder _folder = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseSetting("Cds:Store:Folder", _folder.Path);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(new FixedTime(Now));
            // One process runs many services here: a collection for each would hold up all of them.
            services.Remove(services.Single(service => service.ImplementationType == typeof(MemoryAfterStart)));
            Change(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _folder.Dispose();
    }

    /// <summary>Replaces the knowledge base.</summary>
    protected virtual void Change(IServiceCollection services) => services.AddSingleton<KnowledgeSource>(() => SmallKnowledge.Site(SmallKnowledge.Base));
}
