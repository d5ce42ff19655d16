using System.Text;
using Cds.CdsHooks.Batch.Queue;
using Cds.CdsHooks.Configuration;

namespace Cds.CdsHooks.Tests.Batch.Queue;

/// <summary>A folder and a bucket do the same for a run: a file is there when it is whole, and nothing of a run is left when it has ended.</summary>
[Collection(EnvironmentOfBuckets.Name)]
public sealed class SharedFilesTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shared-").FullName;
    private readonly ProcessEnvironment _environment = new(BucketServer.Environment());
    private BucketServer _bucket = null!;

    private string Local => Path.Combine(_folder, "local");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bucket = await BucketServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _bucket.DisposeAsync();
        _environment.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_written_is_listed_had_and_taken(bool isBucket)
    {
        ISharedFiles shared = Open(isBucket);
        Assert.Empty(await shared.ListAsync("a", Token));
        foreach (string name in new[] { "a/1", "a/2", "a/3", "ab/1" }) await WriteAsync(shared, name, "content of " + name);
        Assert.Equal(["a/1", "a/2", "a/3"], (await shared.ListAsync("a", Token)).Order(StringComparer.Ordinal));

        await shared.FetchAsync("a/1", Local, Token);
        Assert.Equal("content of a/1", await File.ReadAllTextAsync(Local, Token));
        await WriteAsync(shared, "a/1", "newer");
        await shared.TakeAsync("a/1", Local, Token);
        Assert.Equal("newer", await File.ReadAllTextAsync(Local, Token));
        Assert.Equal(["a/2", "a/3"], (await shared.ListAsync("a", Token)).Order(StringComparer.Ordinal));

        await shared.DeleteAsync("a/2", Token);
        await shared.DeleteAsync("a/2", Token);
        await shared.DeleteAsync("a", Token);
        await shared.DeleteAsync("nothing/there", Token);
        Assert.Empty(await shared.ListAsync("a", Token));
        Assert.Equal(["ab/1"], await shared.ListAsync("ab", Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_not_written_to_its_end_is_not_there(bool isBucket)
    {
        ISharedFiles shared = Open(isBucket);
        await Assert.ThrowsAsync<InvalidOperationException>(() => shared.WriteAsync("a/1", async output =>
        {
            await output.WriteAsync("half"u8.ToArray(), Token);
            throw new InvalidOperationException();
        }, Token));
        Assert.DoesNotContain("a/1", await shared.ListAsync("a", Token));
        await Assert.ThrowsAnyAsync<IOException>(() => shared.FetchAsync("a/1", Local, Token));
        Assert.False(File.Exists(Local));
    }

    [Fact]
    public async Task An_object_that_broke_off_is_had_again()
    {
        ISharedFiles shared = Open(isBucket: true);
        await WriteAsync(shared, "a/1", new string('x', 1_000_000));
        _bucket.BreaksOff = 2;
        await shared.FetchAsync("a/1", Local, Token);
        Assert.Equal(1_000_000, new FileInfo(Local).Length);
    }

    [Fact]
    public async Task A_client_that_the_store_does_not_know_is_told_so_and_nothing_of_the_content()
    {
        using var environment = new ProcessEnvironment(BucketServer.Environment("another secret"));
        SharedFilesException refused = await Assert.ThrowsAsync<SharedFilesException>(() => WriteAsync(Open(isBucket: true), "a/1", "content"));
        Assert.Equal("The bucket register answers 403 SignatureDoesNotMatch.", refused.Message);
        Assert.Empty(_bucket.Objects);
    }

    [Fact]
    public async Task A_private_network_is_reached_only_where_the_settings_allow_it()
    {
        ISharedFiles shared = SharedPlace.Open($"{_bucket.Url}/{BucketServer.Bucket}", new CdsOptions());
        SharedFilesException refused = await Assert.ThrowsAsync<SharedFilesException>(() => shared.ListAsync("a", Token));
        Assert.Contains("no address that may be connected to", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_bucket.Seen);
    }

    [Fact]
    public async Task The_server_of_an_s3_address_is_what_the_environment_names()
    {
        using var environment = new ProcessEnvironment(new Dictionary<string, string>(StringComparer.Ordinal) { ["AWS_ENDPOINT_URL_S3"] = _bucket.Url, ["AWS_REGION"] = "ap-northeast-1" });
        await WriteAsync(SharedPlace.Open("s3://register/some/prefix", Options()), "a/1", "content");
        Assert.Equal("content", Encoding.UTF8.GetString(_bucket.Objects["some/prefix/a/1"]));
        Assert.Contains("/ap-northeast-1/s3/", _bucket.Seen.Single().Authorization, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3://register", null, "register", "")]
    [InlineData("s3://register/a/b/", null, "register", "a/b/")]
    [InlineData("https://s3.example.org/register", "https://s3.example.org/", "register", "")]
    [InlineData("http://127.0.0.1:9000/register/runs", "http://127.0.0.1:9000/", "register", "runs/")]
    public void Addresses_of_buckets_are_read(string text, string? server, string bucket, string prefix) =>
        Assert.Equal(new BucketAddress(server is null ? null : new Uri(server), bucket, prefix), BucketAddress.Read(text));

    [Theory]
    [InlineData("s3://")]
    [InlineData("https://s3.example.org")]
    [InlineData("https://s3.example.org/")]
    [InlineData("ftp://s3.example.org/register")]
    [InlineData("https://user:word@s3.example.org/register")]
    [InlineData("https://s3.example.org/register/../other")]
    [InlineData("https://s3.example.org/register?versionId=1")]
    public void What_names_no_bucket_is_no_address(string text) => Assert.Null(BucketAddress.Read(text));

    private static CdsOptions Options()
    {
        var options = new CdsOptions();
        options.Outbound.AllowedNetworks.Add("127.0.0.0/8");
        return options;
    }

    private static Task WriteAsync(ISharedFiles shared, string name, string content) => shared.WriteAsync(name, async output => await output.WriteAsync(Encoding.UTF8.GetBytes(content), Token), Token);

    private ISharedFiles Open(bool isBucket) => SharedPlace.Open(isBucket ? $"{_bucket.Url}/{BucketServer.Bucket}" : _folder, Options());
}
