using Microsoft.Net.Http.Headers;

namespace Cds.CdsHooks.Envelope;

/// <summary>Reads a request body that has to be clean JSON, within the limits of size, depth and time.</summary>
internal sealed class JsonBodyReader(BodyReader bodies, CleanJson json)
{
    private static readonly string[] MediaTypes = ["application/json", "application/fhir+json"];

    /// <summary>Reads the body of a request; the caller disposes of it.</summary>
    public async ValueTask<Outcome<JsonBody>> ReadAsync(HttpContext context)
    {
        if (!IsJson(context.Request)) return new RequestProblem(ProblemKind.UnsupportedMediaType, Phrases.ForStatus(ProblemKind.UnsupportedMediaType.Status));
        Outcome<BodyBytes> body = await bodies.ReadAsync(context);
        if (body.Problem is { } problem) return problem;
        BodyBytes? bytes = body.Value;
        try
        {
            if (json.Parse(bytes.Join(), out JsonDocument? document) is { } fault) return fault;
            var parsed = new JsonBody(bytes, document!);
            bytes = null;
            return parsed;
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
}
