using Cds.CdsHooks.Errors;
using System.Text.Json;

namespace Cds.CdsHooks.Services;

/// <summary>One CDS service: what discovery says of it, what its context has to hold, and how it answers.</summary>
internal interface ICdsService
{
    /// <summary>The discovery entry.</summary>
    ServiceDefinition Definition { get; }

    /// <summary>Checks the context of the hook; null when it is usable.</summary>
    RequestProblem? CheckContext(JsonElement context);

    /// <summary>Answers a call whose envelope and context were checked.</summary>
    ValueTask<HookAnswer> AnswerAsync(HookCall call, CancellationToken cancellation);
}
