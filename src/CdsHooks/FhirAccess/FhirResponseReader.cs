using System.Net;
using System.Net.Http.Headers;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Outbound;

namespace Cds.CdsHooks.FhirAccess;

/// <summary>Judges an answer of a FHIR server: its status, its media type, its size, its JSON.</summary>
internal static class FhirResponseReader
{
    private const int DeepestJson = 128;
    private static readonly HttpStatusCode[] Passing =
    [
        HttpStatusCode.RequestTimeout, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway,
        HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout,
    ];

    private static readonly HttpStatusCode[] NoForms =
        [HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.NotImplemented];

    /// <summary>Reads an answer to its end.</summary>
    public static async Task<FhirAttempt> ReadAsync(HttpResponseMessage response, int limit, ByteAllowance allowance, DateTimeOffset now, CancellationToken cancellation)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return FhirAttempt.Without(FaultOf(response.StatusCode)) with
            {
                IsTransient = Passing.Contains(response.StatusCode),
                RetryAfter = Wait(response.Headers.RetryAfter, now),
                RefusesForms = response.RequestMessage?.Method == HttpMethod.Post && NoForms.Contains(response.StatusCode),
            };
        }

        if (!IsJson(response.Content.Headers.ContentType)) return FhirAttempt.Without(ReadFault.NotJson);
        if (await BoundedBody.ReadAsync(response.Content, limit, allowance, cancellation) is not { } body) return FhirAttempt.Without(ReadFault.TooLarge);
        return Parse(body);
    }

    private static FhirAttempt Parse(ReadOnlyMemory<byte> body)
    {
        ReadOnlyMemory<byte> json = body.Span.StartsWith("\xEF\xBB\xBF"u8) ? body[3..] : body;
        if (JsonFaults.FindBeforeParsing(json.Span, DeepestJson) is not null) return FhirAttempt.Without(ReadFault.NotJson);
        try
        {
            return new FhirAttempt(JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestJson, AllowDuplicateProperties = false }).RootElement, ReadFault.None);
        }
        catch (JsonException)
        {
            return FhirAttempt.Without(ReadFault.NotJson);
        }
    }

    private static bool IsJson(MediaTypeHeaderValue? type) =>
        type?.MediaType is { } media
        && (media.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || media.Equals("application/json+fhir", StringComparison.OrdinalIgnoreCase)
            || media.Equals("application/fhir+json", StringComparison.OrdinalIgnoreCase));

    private static ReadFault FaultOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ReadFault.Forbidden,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => ReadFault.NotFound,
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => ReadFault.Busy,
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => ReadFault.Redirected,
        _ => ReadFault.Failed,
    };

    private static TimeSpan? Wait(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        TimeSpan? wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
