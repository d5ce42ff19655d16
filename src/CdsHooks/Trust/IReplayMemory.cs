namespace Cds.CdsHooks.Trust;

/// <summary>Remembers the tokens (<c>jti</c>) that were used, until they have expired anyway. Instances that share a store share it.</summary>
internal interface IReplayMemory
{
    /// <summary>Notes the use of a token; false when it was used before, or when so many are remembered that this one cannot be.</summary>
    /// <param name="client">The <c>iss</c>: ids are unique for each issuer.</param>
    /// <param name="jti">Id of the token.</param>
    /// <param name="until">When the token is good no longer, whoever sends it.</param>
    /// <param name="cancellation">Cancelled when nobody waits for the answer.</param>
    ValueTask<bool> TryRememberAsync(string client, string jti, DateTimeOffset until, CancellationToken cancellation);
}
