using Cds.CdsHooks.Commands;

namespace Cds.CdsHooks.Tests.Batch.Export;

/// <summary><c>export</c> gets every file whole or says which it could not, honours what the server asks for, and goes on where it was broken off.</summary>
public sealed class ExportCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("export-").FullName;
    private BulkDataServer _server = null!;

    private string Output => Path.Combine(_folder, "export");

    public async ValueTask InitializeAsync()
    {
        _server = await BulkDataServer.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "key.json"), _server.PrivateKey());
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Every_file_is_had_with_a_token_got_by_a_signed_assertion_after_as_long_as_the_server_asks_for()
    {
        long started = TimeProvider.System.GetTimestamp();
        Assert.Equal(ExportCommand.Complete, Run());
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2));
        Assert.Equal(["Observation.000.ndjson", "Observation.001.ndjson", "Patient.000.ndjson"], Files());
        Assert.Equal(_server.Files["Patient-1"], File.ReadAllText(Path.Combine(Output, "Patient.000.ndjson")));
        Assert.Equal(
            ["GET /fhir/.well-known/smart-configuration", "POST /token", "GET /fhir/$export", "GET /state/1", "GET /state/1", "GET /files/Patient-1", "GET /files/Observation-1", "GET /files/Observation-2", "DELETE /state/1"],
            _server.Requests);
        Assert.Contains("_type=Patient%2CObservation", _server.Seen.Single(request => request.Path == "/fhir/$export").Query, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_is_asked_for_at_its_own_address()
    {
        Assert.Equal(ExportCommand.Complete, Run("--group", "mm"));
        Assert.Contains("GET /fhir/Group/mm/$export", _server.Requests);
    }

    [Theory]
    [InlineData("/fhir/$export", 503)]
    [InlineData("/token", 503)]
    [InlineData("/state/1", 429)]
    [InlineData("/files/Patient-1", 504)]
    public void What_passes_is_tried_again_after_as_long_as_the_server_asks_for(string path, int status)
    {
        _server.FirstStatus[path] = status;
        Assert.Equal(ExportCommand.Complete, Run());
        Assert.Equal(3, Files().Length);
    }

    [Fact]
    public void A_file_that_broke_off_is_had_again()
    {
        _server.BreaksOff = 2;
        Assert.Equal(ExportCommand.Complete, Run());
        Assert.Equal(_server.Files["Patient-1"], File.ReadAllText(Path.Combine(Output, "Patient.000.ndjson")));
    }

    [Fact]
    public void A_file_with_another_number_of_resources_than_announced_is_not_taken_and_the_rest_is_had_later()
    {
        _server.WrongCounts["Observation-1"] = 2;
        Assert.Equal(RunEnd.Unusable, Run());
        Assert.DoesNotContain("Observation.000.ndjson", Files());
        Assert.Contains("Patient.000.ndjson", Files());

        _server.WrongCounts.Clear();
        Assert.Equal(ExportCommand.Complete, Run());
        Assert.Equal(3, Files().Length);
        // Neither begun anew, nor a file had twice.
        Assert.Single(_server.Requests, "GET /fhir/$export");
        Assert.Single(_server.Requests, "GET /files/Patient-1");
    }

    [Fact]
    public void A_token_that_the_server_takes_no_longer_is_got_anew()
    {
        _server.ForgetsFirstToken = true;
        Assert.Equal(ExportCommand.Complete, Run());
        Assert.Equal(2, _server.Requests.Count(request => request == "POST /token"));
    }

    [Fact]
    public void What_the_server_could_not_export_is_kept_and_has_its_own_code()
    {
        _server.Faults = "{\"resourceType\":\"OperationOutcome\"}\n";
        Assert.Equal(ExportCommand.WithFaults, Run());
        Assert.Contains("OperationOutcome.000.ndjson", Files());
    }

    [Fact]
    public void A_client_that_the_server_does_not_know_ends_with_its_own_code()
    {
        File.WriteAllText(Path.Combine(_folder, "key.json"), _server.PrivateKey(isOther: true));
        Assert.Equal(RunEnd.Unusable, Run());
        Assert.DoesNotContain("GET /fhir/$export", _server.Requests);
    }

    [Fact]
    public void A_folder_with_something_else_is_left_alone()
    {
        Directory.CreateDirectory(Output);
        File.WriteAllText(Path.Combine(Output, "Patient.ndjson"), "{}");
        Assert.Equal(RunEnd.Unusable, Run());
        Assert.Equal(["Patient.ndjson"], Files());
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void A_private_network_is_reached_only_where_the_settings_allow_it() =>
        Assert.Equal(RunEnd.Unusable, CommandLine.Find(["export", "--server", _server.Url, "--output", Output])!(TextWriter.Null));

    [Theory]
    [InlineData("--server", "ftp://example.org")]
    [InlineData("--server", "https://example.org", "--client", "x")]
    [InlineData("--server", "https://example.org", "--token-url", "http://example.org/token")]
    public void What_cannot_be_meant_is_refused(params string[] arguments) => Assert.Equal(CommandLine.WrongUse, CommandLine.Find(["export", "--output", Output, .. arguments])!(TextWriter.Null));

    private int Run(params string[] arguments) => CommandLine.Find(
    [
        "export", "--server", _server.Url, "--client", BulkDataServer.Client, "--key", Path.Combine(_folder, "key.json"), "--types", "Patient,Observation", "--output", Output,
        "--Cds:Outbound:AllowedNetworks:0=127.0.0.0/8", .. arguments,
    ])!(TextWriter.Null);

    private string[] Files() => [.. Directory.GetFiles(Output).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
