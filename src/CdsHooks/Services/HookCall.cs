using Cds.CdsHooks.Prefetch;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Services;

/// <summary>One call of a service: the request and what the answer depends on besides.</summary>
/// <param name="Request">The request.</param>
/// <param name="AsOf">The moment asked about.</param>
/// <param name="Language">Language of the cards.</param>
/// <param name="BaseUrl">Address of this service for links, without a trailing slash.</param>
internal sealed record HookCall(HookRequest Request, AsOf AsOf, Language Language, string BaseUrl)
{
    /// <summary>The data of the call, key by key: what the client sent, completed from its FHIR server where that is possible.</summary>
    public IReadOnlyList<PrefetchValue> Prefetch { get; init; } = [];

    /// <summary>Prefetch keys that the client sent and the service does not publish.</summary>
    public IReadOnlyList<string> UnknownKeys { get; init; } = [];
}
