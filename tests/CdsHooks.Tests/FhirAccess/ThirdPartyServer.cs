using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Cds.CdsHooks.Tests.FhirAccess;

/// <summary>
/// The FHIR server under <c>tests/third-party-fhir-server</c>, in a process of its own. Tests are skipped where it is not installed, unless
/// <c>CDS_TESTS_COMPLETE</c> is set, as the test script does.
/// </summary>
public class ThirdPartyServer : IAsyncLifetime
{
    private const string Ready = "listening ";

    private readonly HttpClient _client = new();
    private readonly string _arguments;
    private Process? _process;

    public ThirdPartyServer()
        : this("")
    {
    }

    protected ThirdPartyServer(string arguments) => _arguments = arguments;

    public string? Url { get; private set; }

    public async ValueTask InitializeAsync()
    {
        string folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Assert.True(Environment.GetEnvironmentVariable("CDS_TESTS_COMPLETE") is null, "tests/prepare/third-party-fhir-server.sh has not been run.");
            return;
        }

        _process = Process.Start(new ProcessStartInfo("node", $"server.mjs 0 {_arguments}") { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        string? line = await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(3));
        Assert.StartsWith(Ready, line, StringComparison.Ordinal);
        Url = line![Ready.Length..];
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", FhirBench.Token);
    }

    /// <summary>Ends the test as skipped when the server is not there.</summary>
    public void IsNeeded() => Assert.SkipWhen(Url is null, "The third-party FHIR server is not installed (tests/prepare/third-party-fhir-server.sh).");

    public async Task StoreAsync(JsonObject resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        using var content = new StringContent(resource.ToJsonString(), new MediaTypeHeaderValue("application/fhir+json"));
        using HttpResponseMessage response = await _client.PutAsync(new Uri($"{Url}/{resource["resourceType"]}/{resource["id"]}"), content);
        response.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process?.Kill(entireProcessTree: true);
        _process?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static string Folder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string found = Path.Combine(folder.FullName, "tests", "third-party-fhir-server");
            if (Directory.Exists(found)) return found;
        }

        throw new DirectoryNotFoundException("tests/third-party-fhir-server");
    }
}
