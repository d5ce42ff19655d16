using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;

namespace Cds.CdsHooks.Tests.Browser;

/// <summary>The service with the knowledge that ships on a real socket, and a headless Chromium to look at it.</summary>
public class BrowserService : RealService, IAsyncLifetime
{
    /// <summary>Milliseconds that a browser may take to come to what is expected, on a busy machine.</summary>
    private const float Patience = 120_000;

    private readonly (string Key, string Value)[] _settings;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public BrowserService()
        : this([])
    {
    }

    protected BrowserService(params (string Key, string Value)[] settings)
        : this(0, settings)
    {
    }

    /// <summary>On a port that others have to know before it starts; 0 for any.</summary>
    protected BrowserService(int port, params (string Key, string Value)[] settings)
    {
        _settings = settings;
        UseKestrel(port);
        StartServer();
    }

    /// <summary>Address without a slash at the end.</summary>
    public string Address => $"http://localhost:{ClientOptions.BaseAddress.Port}";

    /// <summary>The browser.</summary>
    public IBrowser Chromium => _browser ?? throw new InvalidOperationException("The browser is started with the fixture.");

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = ["--no-sandbox"] });
    }

    /// <summary>A window of its own: cookies and storage of no other.</summary>
    /// <param name="width">Width in CSS pixels.</param>
    /// <param name="dark">Whether the person likes dark pages.</param>
    public async Task<Window> OpenAsync(int width = 1280, bool dark = false)
    {
        IBrowserContext context = await Chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return new Window(context, await context.NewPageAsync());
    }

    /// <summary>A window that shows a synthetic patient.</summary>
    public async Task<Window> OpenPatientAsync(string language, string patient, int width = 1280, bool dark = false)
    {
        Window window = await OpenAsync(width, dark);
        await window.GoAsync($"/app?lang={language}");
        await window.Page.Locator($"button[value={patient}]").ClickAsync();
        await window.Page.WaitForSelectorAsync(".standing-now");
        return window;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Development");
        foreach ((string key, string value) in _settings) builder.UseSetting(key, value);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static string Executable => Environment.GetEnvironmentVariable("CDS_TEST_CHROMIUM") ?? "/usr/bin/chromium";
}
