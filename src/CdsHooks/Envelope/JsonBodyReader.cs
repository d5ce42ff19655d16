using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Localization;
using Cds.Knowledge.Values;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Cds.CdsHooks.Envelope;

/// <summary>Takes a request body off the wire within the limits of size, depth and time, and refuses what is not clean JSON.</summary>
internal sealed class JsonBodyReader(IOptions<CdsOptions> options)
{
    private static readonly string[] MediaTypes = ["application/json", "application/fhir+json"];

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
        byte[]? buffer = ArrayPool<byte>.Shared.Rent(FirstSize(request));
        try
        {
            int length = 0;
            while (true)
            {
                ReadResult read = await reader.ReadAsync(context.RequestAborted);
                if (read.IsCanceled)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    return Refuse(ProblemKind.Timeout, Phrases.ForStatus(ProblemKind.Timeout.Status));
                }

                if (length + read.Buffer.Length > _options.MaxBodyBytes)
                {
                    await DrainAsync(reader, read, context.RequestAborted);
                    return Refuse(ProblemKind.TooLarge, Phrases.BodyTooLarge.With("limit", _options.MaxBodyBytes.ToString(CultureInfo.InvariantCulture)));
                }

                buffer = Room(buffer, length, (int)read.Buffer.Length);
                read.Buffer.CopyTo(buffer.AsSpan(length));
                length += (int)read.Buffer.Length;
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) break;
            }

            if (Parse(buffer.AsMemory(0, length), out JsonDocument? document) is { } fault) return fault;
            var body = new JsonBody(buffer, length, document!);
            buffer = null;
            return body;
        }
        finally
        {
            if (buffer is not null) ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>What keeps a text that came another way than as a body from being clean JSON; null when it is.</summary>
    public RequestProblem? FindFault(ReadOnlyMemory<byte> json)
    {
        RequestProblem? fault = Parse(json, out JsonDocument? document);
        document?.Dispose();
        return fault;
    }

    private RequestProblem? Parse(ReadOnlyMemory<byte> json, out JsonDocument? document)
    {
        document = null;
        if (JsonFaults.FindBeforeParsing(json.Span) is { } fault) return fault;
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = _options.MaxJsonDepth, AllowDuplicateProperties = false });
            return null;
        }
        catch (JsonException)
        {
            return JsonFaults.Describe(json.Span, _options.MaxJsonDepth);
        }
    }

    private static bool IsJson(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0 && request.Headers.ContentEncoding != "identity") return false;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)) return false;
        bool isUtf8 = !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        return isUtf8 && MediaTypes.Any(known => type.MediaType.Equals(known, StringComparison.OrdinalIgnoreCase));
    }

    private int FirstSize(HttpRequest request) => (int)Math.Clamp((request.ContentLength ?? 0) + 1, 16 * 1024, (long)_options.MaxBodyBytes + 1);

    /// <summary>A buffer that holds what was read and has room for more; the old one is given back, wiped.</summary>
    private static byte[] Room(byte[] buffer, int length, int more)
    {
        if (length + more <= buffer.Length) return buffer;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + more));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return larger;
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
