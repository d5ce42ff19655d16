using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization.Metadata;

namespace Cds.CdsHooks.Wire;

/// <summary>Writes a whole JSON answer: composed first, so that a failure while composing is still a clean error, then sent in one piece.</summary>
internal static class JsonAnswer
{
    /// <summary>Japanese stays readable; the media type and <c>nosniff</c> keep browsers from reading markup into it.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Nobody reads before the answer is whole.</summary>
    private static readonly PipeOptions Unbounded = new(minimumSegmentSize: 16 * 1024, pauseWriterThreshold: 0, useSynchronizationContext: false);

    /// <summary>For files that people read.</summary>
    public static JsonWriterOptions Indented { get; } = Options with { Indented = true };

    /// <summary>Composes and sends. The answer is composed into buffers of a pool and goes from there to the server's; it never is an array of its own.</summary>
    public static async Task WriteAsync<T>(HttpContext context, int status, string mediaType, Language language, T answer, JsonTypeInfo<T> form)
    {
        var composed = new Pipe(Unbounded);
        Write(composed.Writer, answer, form);
        await composed.Writer.CompleteAsync();
        ReadResult whole = await composed.Reader.ReadAsync(context.RequestAborted);
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        SetHeaders(context.Response, language, whole.Buffer.Length);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            foreach (ReadOnlyMemory<byte> piece in whole.Buffer) context.Response.BodyWriter.Write(piece.Span);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }

        await composed.Reader.CompleteAsync();
    }

    /// <summary>Composes and sends an answer of status 200.</summary>
    public static Task WriteAsync<T>(HttpContext context, Language language, T answer, JsonTypeInfo<T> form) =>
        WriteAsync(context, StatusCodes.Status200OK, "application/json", language, answer, form);

    /// <summary>The bytes of an answer.</summary>
    public static ReadOnlyMemory<byte> Compose<T>(T answer, JsonTypeInfo<T> form)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        Write(buffer, answer, form);
        return buffer.WrittenMemory;
    }

    /// <summary>Writes an answer behind what a buffer holds.</summary>
    public static void Write<T>(IBufferWriter<byte> buffer, T answer, JsonTypeInfo<T> form)
    {
        using var writer = new Utf8JsonWriter(buffer, Options);
        JsonSerializer.Serialize(writer, answer, form);
    }

    /// <summary>Sends bytes that were composed before; status and media type are set by the caller.</summary>
    public static Task SendAsync(HttpContext context, Language language, ReadOnlyMemory<byte> body)
    {
        SetHeaders(context.Response, language, body.Length);
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static void SetHeaders(HttpResponse response, Language language, long length)
    {
        response.ContentLength = length;
        response.Headers.ContentLanguage = language.Tag();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
    }
}
