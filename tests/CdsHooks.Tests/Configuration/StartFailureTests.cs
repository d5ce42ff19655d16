using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Configuration;

/// <summary>What keeps the program that was built from starting: a sentence that says what, where and what to do, exit code 1, no dump.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class StartFailureTests
{
    /// <summary>The user and group nobody of Debian.</summary>
    private const string Nobody = "65534";

    /// <summary>The Development environment reads files of the build that only its user may read.</summary>
    private static readonly IReadOnlyList<(string, string)> Unsecured = [("environment", "Staging"), ("Cds:Trust:Authentication", "Off")];

    private static readonly IReadOnlyList<string> AsNobody =
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=" + Nobody, "--regid=" + Nobody, "--clear-groups"] : [];

    [Fact]
    public async Task Settings_that_cannot_be_read_are_all_named_at_once()
    {
        ServiceRun run = await ServiceRun.ToEndAsync(
        [
            ("Cds:MaxCards", "many"), ("Cds:RequestTimeout", "soon"), ("Cds:Trust:Authentication", "Perhaps"), ("Cds:CarTFacility:Registry", "yes"),
            ("Cds:MaxCard", "5"), ("Cds:MaxBodyBytes:Deep", "5"), ("Cds:Cards", "full"), ("Cds:EnrollingTrials", "jsct-mm20"), ("Cds:Knowledge:Modules:stages-and-risk", "perhaps"), ("Cds:Trust:Clients:0:Issue", "x"),
        ]);
        run.SaysAndEnds(
            "Cds:MaxCards is 'many'; a whole number is needed.",
            "Cds:RequestTimeout is 'soon'; a time (hh:mm:ss) is needed.",
            "Cds:Trust:Authentication is 'Perhaps'; one of Automatic, Required, Off is needed.",
            "Cds:CarTFacility:Registry is 'yes'; true or false is needed.",
            "Cds:MaxCard is no setting; 'MaxCard' is not among Url, PublicBaseUrl, MaxBodyBytes",
            "Cds:MaxBodyBytes:Deep is no setting; Cds:MaxBodyBytes is one value",
            "Cds:Cards is 'full'; it has settings of its own: Detail",
            "Cds:EnrollingTrials is 'jsct-mm20'; it is a list: write Cds:EnrollingTrials:0.",
            "Cds:Knowledge:Modules:stages-and-risk is 'perhaps'; true or false is needed.",
            "Cds:Trust:Clients:0:Issue is no setting; 'Issue' is not among Issuer, Name");
        Assert.Equal(10, run.Errors.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task Settings_outside_their_values_are_all_named_at_once()
    {
        ServiceRun run = await ServiceRun.ToEndAsync(
        [
            ("Cds:MaxCards", "0"), ("Cds:DefaultLanguage", "fr"), ("Cds:Url", "http://256.1.1.1:80"), ("Cds:PublicBaseUrl", "https://cds.example.org/#here"),
            ("Cds:Telemetry:OtlpEndpoint", "collector:4318"),
        ]);
        run.SaysAndEnds(
            "Cds:MaxCards is 0; allowed is 1 to 50.",
            "Cds:DefaultLanguage is 'fr'; allowed are en and ja.",
            "Cds:Url is 'http://256.1.1.1:80'; the host has to be localhost, an IP address of this machine, or * for all of them (http://localhost:5080, http://0.0.0.0:8080).",
            "Cds:PublicBaseUrl is 'https://cds.example.org/#here'",
            "Cds:Telemetry:OtlpEndpoint is 'collector:4318'");
        Assert.Equal(5, run.Errors.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task A_trial_that_the_knowledge_does_not_hold() =>
        (await ServiceRun.ToEndAsync([("Cds:EnrollingTrials:0", "jsct-zz")])).SaysAndEnds("Cds:EnrollingTrials contains 'jsct-zz'; protocols of trials here are: jsct-mm20.");

    [Theory]
    [InlineData("The service cannot listen on http://192.0.2.1:5269: Cannot assign requested address.", "Cds:Url", "http://192.0.2.1:5269")]
    [InlineData("/nowhere/cds.pfx", "Kestrel:Endpoints:Https:Url", "https://127.0.0.1:0", "Kestrel:Endpoints:Https:Certificate:Path", "/nowhere/cds.pfx")]
    public async Task An_address_that_cannot_be_listened_on(string said, string key, string value, string? otherKey = null, string? otherValue = null)
    {
        using var folder = new TemporaryFolder();
        (string, string)[] others = otherKey is null ? [] : [(otherKey, otherValue!)];
        (await ServiceRun.ToEndAsync([("Cds:Store:Folder", folder.Path), (key, value), .. others])).SaysAndEnds(said);
    }

    [Fact]
    public async Task An_https_address_without_a_certificate()
    {
        using var folder = new TemporaryFolder();
        (await ServiceRun.ToEndAsync([("Cds:Store:Folder", folder.Path), ("Cds:Url", "https://127.0.0.1:5269")])).SaysAndEnds(
            "The service cannot listen on https://127.0.0.1:5269: it has no certificate. Set Kestrel:Endpoints:Https:Certificate (docs/integrate/register.md), or listen on http");
    }

    [Fact]
    public async Task A_file_of_records_that_is_something_else()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "records.db"), "This is no database, and long enough to be looked at.", TestContext.Current.CancellationToken);
        (await ServiceRun.ToEndAsync([("Cds:Store:Folder", folder.Path)])).SaysAndEnds(folder.Path, "file is not a database", "Put back what was there, or set Cds:Store to another place.");
    }

    [Theory]
    [InlineData(StoreFault.Full, "Make room there, or set Cds:Store to another place.")]
    [InlineData(StoreFault.ReadOnly, "Let this user write there, or set Cds:Store to another place.")]
    [InlineData(StoreFault.Locked, "End the program that holds it, or set Cds:Store to another place.")]
    [InlineData(StoreFault.Unreachable, "Start the database, or correct Cds:Store:PostgreSql.")]
    [InlineData(StoreFault.Missing, "Put back what was there, or set Cds:Store to another place.")]
    public void Trouble_of_the_store_says_what_to_do(StoreFault fault, string advice) => Assert.Equal(
        [$"The store cannot be used. The cause. {advice}"],
        StartFailure.Explain(new StoreUnavailableException("The store cannot be used.", new IOException("The cause")) { Fault = fault }, null));

    [Fact]
    public async Task A_collector_of_the_standard_variable_is_checked_too() =>
        (await ServiceRun.ToEndAsync([], environment: ("OTEL_EXPORTER_OTLP_ENDPOINT", "nowhere"))).SaysAndEnds("OTEL_EXPORTER_OTLP_ENDPOINT is 'nowhere'");

    [Fact]
    public async Task A_port_that_another_program_uses()
    {
        using var folder = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string url = $"http://{other.LocalEndpoint}";
        (await ServiceRun.ToEndAsync([("Cds:Store:Folder", folder.Path), ("Cds:Url", url)])).SaysAndEnds($"Another program listens on {url} already.", "set Cds:Url to another address");
    }

    [Fact]
    public async Task A_settings_file_that_is_no_JSON()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "appsettings.json"), "{ \"Cds\": ", TestContext.Current.CancellationToken);
        OpenToAll(folder.Path);
        (await ServiceRun.ToEndAsync([], folder.Path)).SaysAndEnds(Path.Combine(folder.Path, "appsettings.json"));
    }

    [Theory]
    [InlineData("facts/own.yaml", "facts: [", "own.yaml:")]
    [InlineData("codes.json", "{ \"resourceType\": ", "codes.json")]
    public async Task An_overlay_with_a_defect(string file, string text, string said)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        (await ServiceRun.ToEndAsync([("Cds:Knowledge:Overlay", folder.Path)])).SaysAndEnds(said);
    }

    [Fact]
    public async Task An_overlay_that_this_user_may_not_read()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "secret.json");
        await File.WriteAllTextAsync(file, "{}", TestContext.Current.CancellationToken);
        OpenToAll(folder.Path);
        File.SetUnixFileMode(file, UnixFileMode.None);
        (await ServiceRun.ToEndAsync([("Cds:Knowledge:Overlay", folder.Path), .. Unsecured], wrapper: AsNobody)).SaysAndEnds(folder.Path, "cannot be read");
    }

    [Fact]
    public async Task A_folder_of_records_that_this_user_may_not_write()
    {
        using var folder = new TemporaryFolder();
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        (await ServiceRun.ToEndAsync([("Cds:Store:Folder", folder.Path), .. Unsecured], wrapper: AsNobody)).SaysAndEnds(folder.Path, "Cds:Store:Folder");
    }

    [Fact]
    public async Task A_disk_that_is_full()
    {
        using var folder = new TemporaryFolder();
        // A file system of one page in a name space of its own, with a file that takes it.
        string[] onFullDisk = ["unshare", "--map-root-user", "--mount", "sh", "-c", $"mount -t tmpfs -o size=4k full {folder.Path} && head -c 4096 /dev/zero > {folder.Path}/taken && exec \"$0\" \"$@\""];
        (await ServiceRun.ToEndAsync([("Cds:Store:Folder", folder.Path)], wrapper: onFullDisk)).SaysAndEnds(folder.Path, "Cds:Store:Folder", "No space left on device");
    }

    [Fact]
    public void A_port_that_this_user_may_not_open() => Assert.Equal(
        ["The service cannot listen on http://127.0.0.1:80: Permission denied. Set Cds:Url to an address of this machine and a port that this user may open (above 1023)."],
        StartFailure.Explain(new SocketException((int)SocketError.AccessDenied), "http://127.0.0.1:80"));

    [Fact]
    public void A_defect_of_the_service_is_not_explained_away()
    {
        Assert.Empty(StartFailure.Explain(new InvalidOperationException("defect"), "http://127.0.0.1:80"));
        Assert.Empty(StartFailure.Explain(new AggregateException(new IOException("disk"), new InvalidOperationException("defect")), "http://127.0.0.1:80"));
    }

    private static void OpenToAll(string folder) => File.SetUnixFileMode(
        folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
}
