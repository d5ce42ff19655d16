using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Cds.CdsHooks.Localization;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Wire;

/// <summary>Writes a whole JSON answer: composed first, so that a failure while composing is still a clean error, then sent in one piece.</summary>
internal static class JsonAnswer
{
    /// <summary>Japanese stays readable; the media type and <c>nosniff</c> keep browsers from reading markup into it.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For files that people read.</summary>
    public static JsonWriterOptions Indented { get; } = Options with { Indented = true };

    /// <summary>Composes and sends.</summary>
    public static Task WriteAsync<T>(HttpContext context, int status, string mediaType, Language language, T answer, JsonTypeInfo<T> form)
    {
        ReadOnlyMemory<byte> body = Compose(answer, form);
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        return SendAsync(context, language, body);
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
        HttpResponse response = context.Response;
        response.ContentLength = body.Length;
        response.Headers.ContentLanguage = language.Tag();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
