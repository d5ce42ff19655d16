using System.Diagnostics;

namespace Cds.CdsHooks.Envelope;

/// <summary>A request to assess the patient of a Bundle. Disposing of it gives the memory of the body back.</summary>
/// <param name="Body">The Bundle.</param>
/// <param name="AsOf">The moment asked about.</param>
/// <param name="Language">Language of the texts.</param>
/// <param name="Explains">Whether what was left out and what does not apply are asked for too.</param>
/// <param name="Validates">Whether what is no valid FHIR R4 in the body is asked for.</param>
/// <param name="Started">Timestamp at which the request came in.</param>
internal sealed record BundleQuestion(JsonBody Body, AsOf AsOf, Language Language, bool Explains, bool Validates, long Started) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => Body.Dispose();
}

/// <summary>The first step of <c>POST /assessments</c>: query parameters and body are read and checked.</summary>
internal sealed class BundleEnvelope(JsonBodyReader bodies, AsOfParameter moments, RequestLanguage languages)
{
    /// <summary>Reads the request; the caller disposes of it.</summary>
    public async ValueTask<Outcome<BundleQuestion>> ReadAsync(HttpContext http)
    {
        long started = Stopwatch.GetTimestamp();
        HttpRequest request = http.Request;
        Outcome<AsOf> asOf = moments.Read(request);
        if ((RequestLanguage.Check(request) ?? ExplainParameter.Check(request) ?? ValidateParameter.Check(request) ?? asOf.Problem) is { } wrongParameter) return wrongParameter;
        Outcome<JsonBody> body = await bodies.ReadAsync(http);
        return body.Problem is { } problem
            ? problem
            : new BundleQuestion(body.Value, asOf.Value, languages.Of(request), ExplainParameter.IsAsked(request), ValidateParameter.IsAsked(request), started);
    }
}
