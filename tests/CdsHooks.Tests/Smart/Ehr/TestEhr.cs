using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OpenIddict.Abstractions;

namespace Cds.CdsHooks.Tests.Smart.Ehr;

/// <summary>
/// An EHR on a free port of the loopback address: the sample patients on a FHIR server, and before them an authorization server for SMART launches, made of OpenIddict,
/// which checks clients, redirect addresses, PKCE, scopes and codes by its own rules.
/// </summary>
internal sealed class TestEhr : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, EhrLaunch> _launches = new();

    private TestEhr(WebApplication app, EhrBehaviour behaviour)
    {
        _app = app;
        Behaviour = behaviour;
    }

    /// <summary>Address without a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Base of the FHIR server, the <c>iss</c> of launches.</summary>
    public string Issuer => Url + "/fhir";

    /// <summary>What it does otherwise than a correct EHR.</summary>
    public EhrBehaviour Behaviour { get; }

    /// <summary>Its clock.</summary>
    public FakeTimeProvider Clock => Behaviour.Clock;

    /// <summary>Paths that were asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Starts one.</summary>
    /// <param name="now">The present.</param>
    /// <param name="client">The client that is registered with it.</param>
    public static async Task<TestEhr> StartAsync(DateTimeOffset now, EhrClient client)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var behaviour = new EhrBehaviour(new FakeTimeProvider(now));
        EhrAuthorization.Add(builder.Services, behaviour);
        WebApplication app = builder.Build();
        var ehr = new TestEhr(app, behaviour);
        app.Use(async (context, next) =>
        {
            ehr.Requests.Enqueue(context.Request.Path.Value ?? "");
            if (behaviour.Fault is { } fault && await fault(context)) return;
            await next();
        });
        app.UseAuthentication();
        EhrAuthorization.Map(app, ehr);
        EhrRecords.Map(app);
        await app.StartAsync();
        ehr.Url = app.Urls.First();
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(client.Descriptor());
        // Whoever asks it first would wait for its code to be compiled, longer than a launch waits on a busy machine.
        using var first = new HttpClient();
        await first.GetStringAsync(new Uri(ehr.Url + "/fhir/.well-known/smart-configuration"));
        ehr.Requests.Clear();
        return ehr;
    }

    /// <summary>Knows the client otherwise from now on.</summary>
    public async Task RegisterAsync(EhrClient client)
    {
        await using AsyncServiceScope scope = _app.Services.CreateAsyncScope();
        IOpenIddictApplicationManager applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        object known = await applications.FindByClientIdAsync(EhrClient.Id) ?? throw new InvalidOperationException("The client is registered when the EHR starts.");
        await applications.UpdateAsync(known, client.Descriptor());
    }

    /// <summary>A launch of the app by a user who has the chart of a patient open; the value of <c>launch</c>.</summary>
    public string Launch(string patient, string? appContext = null)
    {
        string id = Guid.NewGuid().ToString("N");
        _launches[id] = new EhrLaunch(patient, appContext);
        return id;
    }

    /// <summary>Behaves correctly again, and has forgotten what it was asked.</summary>
    public void Reset()
    {
        Behaviour.Reset();
        Requests.Clear();
    }

    /// <summary>A launch that was begun here; null for any other value.</summary>
    public EhrLaunch? Find(string launch) => _launches.GetValueOrDefault(launch);

    public async ValueTask DisposeAsync()
    {
        using var hurry = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(hurry.Token);
        await _app.DisposeAsync();
    }
}

/// <summary>What a launch that an EHR began is about.</summary>
internal sealed record EhrLaunch(string Patient, string? AppContext);

/// <summary>What an EHR of the tests does otherwise than a correct one.</summary>
internal sealed class EhrBehaviour(FakeTimeProvider clock)
{
    public FakeTimeProvider Clock { get; } = clock;

    /// <summary>Answers in its place; true when it did.</summary>
    public Func<HttpContext, Task<bool>>? Fault { get; set; }

    /// <summary>Whether the user refuses access.</summary>
    public bool Refuses { get; set; }

    /// <summary>Whether the answer of the token endpoint names no patient.</summary>
    public bool NamesNoPatient { get; set; }

    /// <summary>Scopes that are not granted.</summary>
    public IReadOnlyList<string> Withheld { get; set; } = [];

    /// <summary>What the EHR says it can do.</summary>
    public IReadOnlyList<string> Capabilities { get; set; } = Correct;

    private static IReadOnlyList<string> Correct { get; } =
        ["launch-ehr", "launch-standalone", "client-public", "client-confidential-symmetric", "client-confidential-asymmetric", "permission-patient", "permission-v2"];

    /// <summary>Behaves correctly again.</summary>
    public void Reset()
    {
        Fault = null;
        Refuses = NamesNoPatient = false;
        Withheld = [];
        Capabilities = Correct;
    }
}
