using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Cds.CdsHooks.Outbound;
using Polly;
using Polly.Retry;

namespace Cds.CdsHooks.Batch.Queue;

/// <summary>A bucket of an S3-compatible object store. An object has its name when it is whole: the protocol says so.</summary>
internal sealed class SharedBucket : ISharedFiles
{
    private static readonly ResiliencePipeline Reading = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 3, BackoffType = DelayBackoffType.Exponential, ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<TimeoutException>() })
        .Build();

    private readonly AmazonS3Client _client;
    private readonly BucketAddress _address;

    private SharedBucket(BucketAddress address, AmazonS3Client client) => (_address, _client) = (address, client);

    /// <inheritdoc />
    public TimeSpan Pause { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Opens it.</summary>
    /// <exception cref="SharedFilesException">The environment does not say with which credentials, or in which region.</exception>
    public static SharedBucket Open(BucketAddress address, CdsOptions options)
    {
        try
        {
            return new SharedBucket(address, BucketConnection.Open(address, options));
        }
        catch (AmazonClientException exception)
        {
            throw new SharedFilesException($"--shared: {exception.Message} (AWS_REGION, AWS_ENDPOINT_URL_S3)", exception);
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlySet<string>> ListAsync(string run, CancellationToken token) => ListBelowAsync(run + "/", token);

    /// <inheritdoc />
    public async Task WriteAsync(string name, Func<Stream, Task> write, CancellationToken token)
    {
        string temporary = Path.Combine(Path.GetTempPath(), $"cds-{Guid.NewGuid():N}");
        await using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.DeleteOnClose);
        await write(file);
        file.Position = 0;
        // In one piece, so that the signature covers what is sent.
        var request = new PutObjectRequest { BucketName = _address.Bucket, Key = KeyOf(name), InputStream = file, AutoCloseStream = false, UseChunkEncoding = false };
        await CallAsync(async () => await _client.PutObjectAsync(request, token));
    }

    /// <inheritdoc />
    public Task FetchAsync(string name, string file, CancellationToken token) => CallAsync(async () => await Reading.ExecuteAsync(
        async attempt =>
        {
            using GetObjectResponse response = await _client.GetObjectAsync(_address.Bucket, KeyOf(name), attempt);
            await using (FileStream target = File.Create(BatchOutput.Partial(file))) await SteadyCopy.CopyAsync(response.ResponseStream, target, attempt);
            File.Move(BatchOutput.Partial(file), file, overwrite: true);
        },
        token));

    /// <inheritdoc />
    public async Task TakeAsync(string name, string file, CancellationToken token)
    {
        await FetchAsync(name, file, token);
        await DeleteAsync(name, token);
    }

    /// <inheritdoc />
    public async Task DeleteAsync(string name, CancellationToken token)
    {
        bool isFile = name.Contains('/', StringComparison.Ordinal);
        foreach (string file in isFile ? new HashSet<string> { name } : await ListAsync(name, token))
            await CallAsync(async () => await _client.DeleteObjectAsync(_address.Bucket, KeyOf(file), token));
    }

    private string KeyOf(string name) => _address.Prefix + name;

    private async Task<IReadOnlySet<string>> ListBelowAsync(string beginning, CancellationToken token)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await CallAsync(async () =>
        {
            IListObjectsV2Paginator pages = _client.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = _address.Bucket, Prefix = KeyOf(beginning) });
            await foreach (ListObjectsV2Response page in pages.Responses.WithCancellation(token)) names.UnionWith((page.S3Objects ?? []).Select(found => found.Key[_address.Prefix.Length..]));
        });
        return names;
    }

    /// <summary>Calls the store; what goes wrong is told with its name for it, never with what was sent.</summary>
    private async Task CallAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode != default(HttpStatusCode))
        {
            throw new SharedFilesException($"The bucket {_address.Bucket} answers {(int)exception.StatusCode} {exception.ErrorCode}.", exception);
        }
        catch (Exception exception) when (exception is AmazonClientException or HttpRequestException or TimeoutException or RefusedAddressException or SocketException)
        {
            throw new SharedFilesException($"The bucket {_address.Bucket} cannot be reached: {exception.Message}", exception);
        }
    }
}
