using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Smart.Ehr;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Cds.CdsHooks.Tests.Smart;

/// <summary>The service and an EHR beside it, both by the clock of the EHR, and the way of a browser between them step by step.</summary>
public class LaunchBench : IAsyncLifetime
{
    internal const string Public = "http://localhost", Patient = "bortezomib-without-acyclovir";

    /// <summary>What the service remembers of an EHR is forgotten after this time.</summary>
    private static readonly TimeSpan Forgetting = TimeSpan.FromMinutes(10);

    private readonly HttpClient _atEhr = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private TestEhr? _ehr;
    private ConfiguredService? _service;
    private HttpClient? _client;

    internal TestEhr Ehr => _ehr!;

    internal ConfiguredService Service => _service!;

    internal HttpClient Client => _client!;

    /// <summary>The browser of the user.</summary>
    internal PlainBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _ehr = await TestEhr.StartAsync(TestService.Now, Registered);
        _service = new ConfiguredService("Development", [.. Settings(Ehr), .. More]) { Parts = services => services.AddSingleton<TimeProvider>(Ehr.Clock) };
        _client = _service.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        Browser = new PlainBrowser(Client);
    }

    /// <summary>A correct EHR that nobody remembers, and a browser without cookies.</summary>
    internal void Reset()
    {
        Ehr.Reset();
        Ehr.Clock.Advance(Forgetting);
        Browser = new PlainBrowser(Client);
    }

    /// <summary>How the service is registered.</summary>
    private protected virtual EhrClient Registered => new(Public + "/launch/callback");

    /// <summary>Further settings of the service.</summary>
    private protected virtual (string Key, string Value)[] More => [];

    /// <summary>What a service needs to be launched from the EHR.</summary>
    internal static (string Key, string Value)[] Settings(TestEhr ehr, string address = Public) =>
    [
        ("Cds:PublicBaseUrl", address),
        ("Cds:Smart:Servers:0:Issuer", ehr.Issuer),
        ("Cds:Smart:Servers:0:ClientId", EhrClient.Id),
        ("Cds:Smart:Servers:0:Name", "Hospital A"),
        ("Cds:FhirAccess:AllowHttp", "true"),
        ("Cds:FhirAccess:Budget", "00:00:10"),
        ("Cds:Outbound:AllowedNetworks:0", "127.0.0.0/8"),
    ];

    /// <summary>Address of a launch that the EHR begins.</summary>
    internal string FromEhr(string launch) => $"/launch?iss={Uri.EscapeDataString(Ehr.Issuer)}&launch={launch}";

    /// <summary>Address of a launch that the user begins.</summary>
    internal string ByUser => $"/launch?iss={Uri.EscapeDataString(Ehr.Issuer)}";

    /// <summary>Begins a launch; the address at the EHR that the browser is sent to.</summary>
    internal async Task<Uri> BeginAsync(string launch)
    {
        Answer answer = await Browser.GoAsync(launch);
        Assert.True(answer.Status == 302, answer.Body);
        return new Uri(answer.Headers["Location"]);
    }

    /// <summary>Signs in at the EHR, and chooses a patient where it asks; the address of the service that the browser is sent back to.</summary>
    internal async Task<string> SignInAsync(Uri authorize, string? chosen = null)
    {
        using HttpResponseMessage answer = await _atEhr.GetAsync(chosen is null ? authorize : new Uri($"{authorize}&chosen={chosen}"), TestContext.Current.CancellationToken);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == 302, $"{(int)answer.StatusCode} {body}");
        Assert.StartsWith(Public + "/launch/callback?", answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        return answer.Headers.Location.PathAndQuery;
    }

    /// <summary>A launch from the EHR to its end.</summary>
    internal async Task<Answer> LaunchAsync(string? launch = null) => await Browser.GoAsync(await SignInAsync(await BeginAsync(FromEhr(launch ?? Ehr.Launch(Patient)))));

    /// <summary>The patient that the browser has open; null when none.</summary>
    internal OpenedPatient? Opened => Service.Services.GetRequiredService<IPatientSessions>().Of(Browser.Seen())?.Patient;

    /// <summary>The parameters of an address.</summary>
    internal static Dictionary<string, StringValues> Parameters(Uri address) => QueryHelpers.ParseQuery(address.Query);

    public async ValueTask DisposeAsync()
    {
        _atEhr.Dispose();
        _client?.Dispose();
        if (_service is not null) await _service.DisposeAsync();
        if (_ehr is not null) await _ehr.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
