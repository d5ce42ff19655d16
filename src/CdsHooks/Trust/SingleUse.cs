namespace Cds.CdsHooks.Trust;

/// <summary>
/// Lets each token through once. After the limits of the client: a call that is told to wait is sent again with the same token, and a flood of tokens fills
/// no memory.
/// </summary>
internal sealed class SingleUse(RequestDelegate next, IReplayMemory memory, CallRefusal refusal)
{
    /// <summary>Handles a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<TokenUse>() is { } use && !await memory.TryRememberAsync(use.Issuer, use.Id, use.Until, context.RequestAborted))
            await refusal.RefuseAsync(context, TokenFault.Replay, use.Issuer);
        else
            await next(context);
    }
}
