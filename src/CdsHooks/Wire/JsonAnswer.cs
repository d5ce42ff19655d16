using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cds.CdsHooks.Localization;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Wire;

/// <summary>Writes a whole JSON answer: composed first, so that a failure while composing is still a clean error, then sent in one piece.</summary>
internal static class JsonAnswer
{
    /// <summary>Japanese stays readable; the media type and <c>nosniff</c> keep browsers from reading markup into it.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = false };

    /// <summary>Composes and sends.</summary>
    public static Task WriteAsync(HttpContext context, int status, string mediaType, Language language, Action<Utf8JsonWriter> compose)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions)) compose(writer);
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        return SendAsync(context, language, buffer.WrittenMemory);
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
