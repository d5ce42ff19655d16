using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cds.CdsHooks.Tests.Hosting;

/// <summary>A web server on a free port of the loopback address that does what a test tells it to, and remembers what it was asked.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LocalServer(WebApplication app) => _app = app;

    /// <summary>Address without a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The requests so far.</summary>
    public ConcurrentQueue<SeenRequest> Requests { get; } = new();

    public static async Task<LocalServer> StartAsync(Func<HttpContext, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        var server = new LocalServer(app);
        app.Run(async context =>
        {
            server.Requests.Enqueue(new SeenRequest(
                context.Request.Method,
                context.Request.Path.Value ?? "",
                context.Request.QueryString.Value ?? "",
                context.Request.Headers.Authorization.ToString(),
                context.Request.Headers.Accept.ToString()));
            await answer(context);
        });
        await app.StartAsync();
        server.Url = app.Urls.First();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var hurry = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(hurry.Token);
        await _app.DisposeAsync();
    }
}

/// <summary>A request that a server saw.</summary>
internal sealed record SeenRequest(string Method, string Path, string Query, string Authorization, string Accept);
