using System.Security.Cryptography;
using System.Text;
using Cds.CdsHooks.Store.Databases;
using Cds.CdsHooks.Trust;
using Dapper;

namespace Cds.CdsHooks.Store;

/// <summary>
/// The tokens used at all instances that share a database; a unique key decides which of two uses was the first. A token is looked for in the memory of
/// this process first. While the database does not answer, that memory alone protects: guidance goes on, and a token could be used once at each instance.
/// </summary>
internal sealed class SharedReplayMemory(StoreDatabase database, ProcessReplayMemory own, StorePatience patience) : IReplayMemory
{
    /// <inheritdoc />
    public async ValueTask<bool> TryRememberAsync(string client, string jti, DateTimeOffset until, CancellationToken cancellation)
    {
        if (!await own.TryRememberAsync(client, jti, until, cancellation)) return false;
        string id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{client}\0{jti}")));
        return await patience.TryAsync(token => AddAsync(id, until, token), cancellation) is not { IsFirst: false };
    }

    /// <summary>A connection that breaks may have stored the use before: doing it again, on another one, is the same use and no replay.</summary>
    private Task<Use> AddAsync(string id, DateTimeOffset until, CancellationToken cancellation)
    {
        string usage = Guid.NewGuid().ToString();
        return database.RunAsync(async connection => new Use(await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into cds_token (id, usage, expires) values (@id, @usage, @until)
            on conflict (id) do update set usage = excluded.usage where cds_token.usage = excluded.usage
            """,
            new { id, usage, until },
            cancellationToken: cancellation)) == 1), cancellation);
    }

    private sealed record Use(bool IsFirst);
}
