using System.Net.Http.Headers;
using Cds.CdsHooks.Outbound;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Cds.CdsHooks.FhirAccess;

/// <summary>Sends one read or one page of a search to a FHIR server. Expected faults are answers, not exceptions.</summary>
internal sealed class FhirClient(GuardedClient http, ServerPipelines pipelines, TimeProvider time, IOptions<CdsOptions> options)
{
    private readonly FhirAccessOptions _options = options.Value.FhirAccess;

    /// <summary>Runs a query; a search whose address is long goes as a form, and as a GET to servers that know no forms.</summary>
    public async Task<FhirAttempt> QueryAsync(FhirQuery query, FhirCall call)
    {
        if (!query.IsLong(call.Server)) return await GetAsync(query.Address(call.Server), call);
        FhirAttempt attempt = await SendAsync(() => Form(query, call), call);
        return attempt.RefusesForms ? await GetAsync(query.Address(call.Server), call) : attempt;
    }

    /// <summary>Gets an address that was checked to lie on the server.</summary>
    public Task<FhirAttempt> GetAsync(Uri address, FhirCall call) => SendAsync(() => new HttpRequestMessage(HttpMethod.Get, address), call);

    private static HttpRequestMessage Form(FhirQuery query, FhirCall call) => new(HttpMethod.Post, query.SearchAddress(call.Server))
    {
        Content = new StringContent(query.Parameters, new MediaTypeHeaderValue("application/x-www-form-urlencoded")),
    };

    private async Task<FhirAttempt> SendAsync(Func<HttpRequestMessage> create, FhirCall call)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(call.Cancellation);
        context.Properties.Set(ServerPipelines.Deadline, call.Deadline);
        try
        {
            return await pipelines.Of(call.Server).ExecuteAsync(async current => await AttemptAsync(create, call, current.CancellationToken), context);
        }
        catch (TimeoutRejectedException)
        {
            return FhirAttempt.Without(ReadFault.TimedOut);
        }
        catch (BrokenCircuitException)
        {
            return FhirAttempt.Without(ReadFault.LeftAlone);
        }
        catch (OperationCanceledException) when (call.Cancellation.IsCancellationRequested && !call.ClientGone.IsCancellationRequested)
        {
            return FhirAttempt.Without(ReadFault.OutOfTime);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<FhirAttempt> AttemptAsync(Func<HttpRequestMessage> create, FhirCall call, CancellationToken cancellation)
    {
        using HttpRequestMessage request = create();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", call.Authorization.AccessToken);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/fhir+json"));
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellation);
            return await FhirResponseReader.ReadAsync(response, _options.MaxResponseBytes, call.Allowance, time.GetUtcNow(), cancellation);
        }
        catch (HttpRequestException exception) when (exception.InnerException is RefusedAddressException)
        {
            return FhirAttempt.Without(ReadFault.AddressRefused);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            return FhirAttempt.Without(ReadFault.Unreachable) with { IsTransient = true };
        }
    }
}
