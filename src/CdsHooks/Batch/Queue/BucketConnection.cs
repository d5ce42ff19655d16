using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;
using Amazon.S3;
using Cds.CdsHooks.Outbound;

namespace Cds.CdsHooks.Batch.Queue;

/// <summary>
/// How the SDK of S3 is set up: its connections go by the rules of every outbound one; credentials, region and, for <c>s3://</c>, the server are what the standard
/// environment variables name (<c>AWS_ACCESS_KEY_ID</c>, <c>AWS_SECRET_ACCESS_KEY</c>, <c>AWS_REGION</c>, <c>AWS_ENDPOINT_URL_S3</c> and so on).
/// </summary>
internal static class BucketConnection
{
    // A server that is none of Amazon's takes any region; signatures need one.
    private const string UsualRegion = "us-east-1";

    // Longest that a partition may take to be sent.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Opens it. Nothing is sent before the first call.</summary>
    /// <exception cref="AmazonClientException">The environment names no region, or no credentials.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The SDK keeps the client as long as the process.")]
    public static AmazonS3Client Open(BucketAddress address, CdsOptions options)
    {
        var config = new AmazonS3Config
        {
            HttpClientFactory = new GuardedFactory(new HttpClient(new Guarded(new GuardedClient(Options.Create(options)))) { Timeout = Patience }),
            // Checksums beyond those of the signature are not known to every server.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            ForcePathStyle = address.Server is not null || Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_S3") is not null || Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") is not null,
        };
        if (address.Server is { } server)
        {
            config.ServiceURL = server.AbsoluteUri;
            config.AuthenticationRegion = Environment.GetEnvironmentVariable("AWS_REGION") ?? UsualRegion;
        }

        return new AmazonS3Client(config);
    }

    private sealed class GuardedFactory(HttpClient client) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }

    private sealed class Guarded(GuardedClient http) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => http.SendAsync(request, cancellationToken);
    }
}
