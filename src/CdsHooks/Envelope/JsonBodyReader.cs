using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Limits;
using Cds.CdsHooks.Localization;
using Cds.Knowledge.Values;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Cds.CdsHooks.Envelope;

/// <summary>Takes a request body off the wire within the limits of size, depth and time, and refuses what is not clean JSON.</summary>
internal sealed class JsonBodyReader(IOptions<CdsOptions> options, CleanJson json, BytesInFlight inFlight)
{
    private static readonly string[] MediaTypes = ["application/json", "application/fhir+json"];
    private static readonly TimeSpan WaitForRoom = TimeSpan.FromSeconds(1);

    private readonly CdsOptions _options = options.Value;

    /// <summary>Reads the body of a request; the caller disposes of it.</summary>
    public async ValueTask<Outcome<JsonBody>> ReadAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!IsJson(request)) return Refuse(ProblemKind.UnsupportedMediaType, Phrases.ForStatus(ProblemKind.UnsupportedMediaType.Status));

        // Patience ends a read through the reader itself: a cancelled token would leave the connection in a state that cannot be drained.
        PipeReader reader = request.BodyReader;
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
                    return Refuse(ProblemKind.Timeout, Phrases.ForStatus(ProblemKind.Timeout.Status));
                }

                if (bytes.Length + read.Buffer.Length > _options.MaxBodyBytes)
                {
                    bytes.Dispose();
                    await DrainAsync(reader, read, context.RequestAborted);
                    return Refuse(ProblemKind.TooLarge, Phrases.BodyTooLarge.With("limit", _options.MaxBodyBytes.ToString(CultureInfo.InvariantCulture)));
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

            if (json.Parse(bytes.Join(), out JsonDocument? document) is { } fault) return fault;
            var body = new JsonBody(bytes, document!);
            bytes = null;
            return body;
        }
        finally
        {
            bytes?.Dispose();
        }
    }

    private static bool IsJson(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0 && request.Headers.ContentEncoding != "identity") return false;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)) return false;
        bool isUtf8 = !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        return isUtf8 && MediaTypes.Any(known => type.MediaType.Equals(known, StringComparison.OrdinalIgnoreCase));
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

    private static RequestProblem Refuse(ProblemKind kind, LocalizedText text) => new(kind, text);
}
