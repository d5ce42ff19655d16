namespace Cds.CdsHooks.Batch.Queue;

/// <summary>Finds the place that all machines of a run see (<c>--shared</c>).</summary>
internal static class SharedPlace
{
    /// <summary>Whether a text can name one; a folder has to be there.</summary>
    public static bool IsThere(string text) => BucketAddress.IsMeant(text) ? BucketAddress.Read(text) is not null : Directory.Exists(text);

    /// <summary>The place.</summary>
    /// <param name="text">A folder, or the address of a bucket.</param>
    /// <param name="options">Settings of the site.</param>
    /// <exception cref="SharedFilesException">The bucket cannot be reached as the environment is.</exception>
    public static ISharedFiles Open(string text, CdsOptions options) => BucketAddress.IsMeant(text) ? SharedBucket.Open(BucketAddress.Read(text)!, options) : new SharedFolder(text);
}
