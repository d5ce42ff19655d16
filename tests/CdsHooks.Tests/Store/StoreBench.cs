using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Trust;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>A store as the service registers it, without the service.</summary>
internal sealed class StoreBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StoreBench(Action<StoreOptions> configure, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log));
        services.AddMetrics();
        services.AddOptions<CdsOptions>().Configure(options =>
        {
            configure(options.Store);
            if (options.Store.PostgreSql is not null) options.Store.PatientKey = Convert.ToBase64String(new byte[32]);
        });
        services.AddSingleton(time);
        services.AddSingleton<WorkMetrics>();
        services.AddRecordStore();
        _services = services.BuildServiceProvider();
    }

    public LogLines Log { get; } = new();

    public IRecordStore Store => Part<IRecordStore>();

    public IAuditTrail Audit => Part<IAuditTrail>();

    public IReplayMemory Replay => Part<IReplayMemory>();

    public Retention Retention => (Retention)_services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().Single(service => service is Retention);

    /// <summary>A store that is not open yet.</summary>
    public static StoreBench Closed(Action<StoreOptions> configure, TimeProvider? time = null) => new(configure, time ?? new FixedTime(TestService.Now));

    /// <summary>An open store in a folder.</summary>
    public static Task<StoreBench> OpenAsync(TemporaryFolder folder, TimeProvider? time = null) => OpenAsync(options => options.Folder = folder.Path, time);

    /// <summary>An open store.</summary>
    public static async Task<StoreBench> OpenAsync(Action<StoreOptions> configure, TimeProvider? time = null)
    {
        StoreBench bench = Closed(configure, time);
        await bench.Store.OpenAsync(TestContext.Current.CancellationToken);
        return bench;
    }

    public T Part<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
