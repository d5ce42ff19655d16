using Cds.CdsHooks.Outbound;

namespace Cds.CdsHooks.Batch.Queue;

/// <summary>Where a bucket is: <c>s3://bucket/prefix</c>, or <c>https://server/bucket/prefix</c> for a server that is none of Amazon's.</summary>
/// <param name="Server">The server; null for the one that the standard environment variables name.</param>
/// <param name="Bucket">Name of the bucket.</param>
/// <param name="Prefix">What the names of all files begin with; empty, or ends with a slash.</param>
internal sealed record BucketAddress(Uri? Server, string Bucket, string Prefix)
{
    private const string OfAmazon = "s3://";

    /// <summary>Whether a text is meant as the address of a bucket rather than as a folder.</summary>
    public static bool IsMeant(string text) => text.Contains("://", StringComparison.Ordinal);

    /// <summary>Reads an address; null when it names no bucket.</summary>
    public static BucketAddress? Read(string text)
    {
        bool isOfAmazon = text.StartsWith(OfAmazon, StringComparison.Ordinal);
        // The path of either is judged by the same rules.
        if (ServerAddress.Read(isOfAmazon ? "https://s3/" + text[OfAmazon.Length..] : text) is not { } address || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0) return null;
        string[] segments = address.AbsolutePath.Trim('/').Split('/');
        return segments[0].Length == 0 ? null : new BucketAddress(
            isOfAmazon ? null : new Uri(address.GetLeftPart(UriPartial.Authority)), segments[0], string.Concat(segments[1..].Select(segment => segment + "/")));
    }
}
