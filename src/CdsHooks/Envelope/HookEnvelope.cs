using System.Diagnostics;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Envelope;

/// <summary>The first step of a hook call: query parameters, body, envelope and context are read and checked.</summary>
internal sealed class HookEnvelope(JsonBodyReader bodies, AsOfParameter moments, RequestLanguage languages, PublicAddress address)
{
    /// <summary>Reads the call; the caller disposes of it.</summary>
    public async ValueTask<Outcome<HookCall>> ReadAsync(HttpContext http, ServiceDefinition service)
    {
        long started = Stopwatch.GetTimestamp();
        Outcome<AsOf> asOf = moments.Read(http.Request);
        if ((RequestLanguage.Check(http.Request) ?? asOf.Problem) is { } wrongParameter) return wrongParameter;
        Outcome<JsonBody> body = await bodies.ReadAsync(http);
        if (body.Problem is { } unreadable) return unreadable;
        Outcome<HookRequest> request = HookRequestReader.Read(body.Value, service);
        if (request.Problem is { } problem)
        {
            body.Value.Dispose();
            return problem;
        }

        return new HookCall(service, request.Value, asOf.Value, languages.Of(http.Request), address.Of(http.Request), CallingClient.Of(http), started);
    }
}
