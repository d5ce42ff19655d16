using System.IO.Pipelines;
using Cds.CdsHooks.Limits;

namespace Cds.CdsHooks.Envelope;

/// <summary>Takes a request body off the wire within the limits of size and time, and of all bodies together.</summary>
internal sealed class BodyReader(IOptions<CdsOptions> options, BytesInFlight inFlight)
{
    private static readonly TimeSpan WaitForRoom = TimeSpan.FromSeconds(1);

    private readonly CdsOptions _options = options.Value;

    /// <summary>The problem with a body that is larger than <c>Cds:MaxBodyBytes</c>.</summary>
    public RequestProblem TooLarge() => new(ProblemKind.TooLarge, Phrases.BodyTooLarge.With("limit", _options.MaxBodyBytes.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads the body of a request; the caller disposes of it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="wrapping">Bytes that may stand around what is limited, as a form has them.</param>
    public async ValueTask<Outcome<BodyBytes>> ReadAsync(HttpContext context, int wrapping = 0)
    {
        // Patience ends a read through the reader itself: a cancelled token would leave the connection in a state that cannot be drained.
        PipeReader reader = context.Request.BodyReader;
        using var patience = new CancellationTokenSource(_options.RequestTimeout);
        await using CancellationTokenRegistration end = patience.Token.Register(static body => ((PipeReader)body!).CancelPendingRead(), reader);
        BodyBytes? bytes = new(inFlight);
        try
        {
            while (true)
            {
                ReadResult read = await reader.ReadAsync(context.RequestAborted);
                if (read.IsCanceled)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    return new RequestProblem(ProblemKind.Timeout, Phrases.ForStatus(ProblemKind.Timeout.Status));
                }

                if (bytes.Length + read.Buffer.Length > (long)_options.MaxBodyBytes + wrapping)
                {
                    bytes.Dispose();
                    await DrainAsync(reader, read, context.RequestAborted);
                    return TooLarge();
                }

                if (!bytes.TryAppend(read.Buffer))
                {
                    // What there is of it makes room for the others while the rest is dropped.
                    bytes.Dispose();
                    await DrainAsync(reader, read, context.RequestAborted);
                    return ProblemKind.Overloaded.After(WaitForRoom, LimitPhrases.Overloaded);
                }

                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) break;
            }

            BodyBytes whole = bytes;
            bytes = null;
            return whole;
        }
        finally
        {
            bytes?.Dispose();
        }
    }

    /// <summary>Drops the rest of a body that is too large, so that the client gets to read the answer.</summary>
    private static async ValueTask DrainAsync(PipeReader reader, ReadResult read, CancellationToken token)
    {
        reader.AdvanceTo(read.Buffer.End);
        while (!read.IsCompleted && !read.IsCanceled)
        {
            read = await reader.ReadAsync(token);
            reader.AdvanceTo(read.Buffer.End);
        }
    }
}
