namespace Cds.CdsHooks.Outbound;

/// <summary>Copies the body of an answer. However long it is, its bytes have to keep coming.</summary>
internal static class SteadyCopy
{
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(100);

    /// <summary>Copies all of it.</summary>
    /// <exception cref="TimeoutException">Nothing came for too long.</exception>
    /// <exception cref="HttpRequestException">The connection broke off; told apart from a disk that cannot be written, which no further attempt would mend.</exception>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public static async Task CopyAsync(Stream body, Stream target, CancellationToken cancellation)
    {
        byte[] buffer = new byte[128 * 1024];
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        while (true)
        {
            stall.CancelAfter(Stall);
            int read;
            try
            {
                read = await body.ReadAsync(buffer, stall.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new TimeoutException($"nothing came for {Stall.TotalSeconds:0} seconds");
            }
            catch (IOException broken)
            {
                throw new HttpRequestException($"the connection broke off: {broken.Message}", broken);
            }

            if (read == 0) return;
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }
}
