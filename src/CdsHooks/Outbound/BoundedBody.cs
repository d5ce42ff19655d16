namespace Cds.CdsHooks.Outbound;

/// <summary>Reads the body of an answer up to a limit, whatever its headers announce.</summary>
internal static class BoundedBody
{
    private const int FirstSize = 64 * 1024;

    /// <summary>The body, or null when it is larger than the limit, or than what the call may still read in all.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int limit, ByteAllowance allowance, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > limit) return null;
        await using Stream stream = await content.ReadAsStreamAsync(cancellation);
        byte[] buffer = new byte[(int)Math.Min(content.Headers.ContentLength + 1 ?? FirstSize, (long)limit + 1)];
        int length = 0;
        while (true)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length), cancellation);
            if (read == 0) return buffer.AsMemory(0, length);
            length += read;
            if (length > limit || !allowance.TryTake(read)) return null;
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, (long)limit + 1));
        }
    }
}
