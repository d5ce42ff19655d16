using System.Runtime.CompilerServices;
using Cds.CdsHooks.Trust;
using Hangfire;

namespace Cds.CdsHooks.Batch.Queue;

/// <summary>The page of the queue, where the settings ask for it; a service that does not show it never loads Hangfire.</summary>
internal static class QueueDashboard
{
    private const string Path = "/queue";

    /// <summary>Its pages have scripts and styles of their own, and no foreign ones.</summary>
    private const string Policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Registers it.</summary>
    public static void AddQueueDashboard(this IServiceCollection services) => services.AddSingleton<IValidateOptions<CdsOptions>, QueueOptionsValidator>();

    /// <summary>Maps it, behind the sign-in that every call needs, and only to be read.</summary>
    public static void MapQueueDashboard(this WebApplication app)
    {
        CdsOptions options = app.Services.GetRequiredService<IOptions<CdsOptions>>().Value;
        if (options.Queue.Dashboard) Map(app, options.Store.PostgreSql!);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Map(WebApplication app, string connection)
    {
        JobStorage storage = WorkQueue.Open(connection).Storage;
        var shown = new DashboardOptions { Authorization = [], IsReadOnlyFunc = _ => true, DisplayStorageConnectionString = false, AppPath = null, DashboardTitle = "Queue" };
        var dashboard = new Hangfire.Dashboard.AspNetCoreDashboardMiddleware(_ => Task.CompletedTask, storage, shown, Hangfire.Dashboard.DashboardRoutes.Routes);
        app.Map($"{Path}/{{**page}}", context =>
        {
            // The pages find each other below the path that they are told to be mounted at.
            context.Request.PathBase = context.Request.PathBase.Add(Path);
            context.Request.Path = context.Request.Path.StartsWithSegments(Path, out PathString rest) ? rest : "/";
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return dashboard.Invoke(context);
        }).RequireClient().ExcludeFromDescription();
    }
}
