using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Cds.CdsHooks.Store.Databases;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Trust;
using Dapper;

namespace Cds.CdsHooks.Store;

/// <summary>
/// The tokens used at all instances that share a database; a unique key decides which of two uses was the first. A token is looked for in the memory of
/// this process first. While the database does not answer, that memory alone protects: guidance goes on, and a token could be used once at each instance.
/// What was used meanwhile is told to the database as soon as it answers, and from then on it is asked again.
/// </summary>
internal sealed class SharedReplayMemory(StoreDatabase database, ProcessReplayMemory own, TimeProvider time, ILogger<SharedReplayMemory> logger) : IReplayMemory, IAsyncDisposable
{
    /// <summary>What a call waits for the database at most.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentQueue<Use> _untold = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();

    /// <summary>Runs while the database is away or does not know everything yet.</summary>
    private volatile Task? _telling;

    /// <inheritdoc />
    public async ValueTask<bool> TryRememberAsync(string client, string jti, DateTimeOffset until, CancellationToken cancellation)
    {
        if (!await own.TryRememberAsync(client, jti, until, cancellation)) return false;
        var use = new Use(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{client}\0{jti}"))), Guid.NewGuid().ToString(), until);
        if (_telling is null)
        {
            try
            {
                return await AddAsync(use, cancellation);
            }
            catch (StoreUnavailableException exception)
            {
                logger.StoreFailed(exception);
            }
        }

        TellLater(use);
        return true;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_telling is { } telling) await telling;
        _end.Dispose();
    }

    private void TellLater(Use use)
    {
        lock (_gate)
        {
            _untold.Enqueue(use);
            using (ExecutionContext.SuppressFlow()) _telling ??= Task.Run(() => TellAsync(_end.Token));
        }
    }

    private async Task TellAsync(CancellationToken end)
    {
        try
        {
            do await Task.Delay(Pause, end);
            while (!await TryTellAsync(end) || !IsOver());
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The service ends, and its process forgets what it saw anyway.
        }
    }

    /// <summary>Whether the database knows of all uses of this process, so that calls ask it again.</summary>
    private bool IsOver()
    {
        lock (_gate)
        {
            if (!_untold.IsEmpty) return false;
            _telling = null;
            return true;
        }
    }

    private async Task<bool> TryTellAsync(CancellationToken end)
    {
        try
        {
            for (; _untold.TryPeek(out Use? use); _untold.TryDequeue(out _))
            {
                if (use.Until > time.GetUtcNow()) await AddAsync(use, end);
            }

            return true;
        }
        catch (StoreUnavailableException)
        {
            // Said when it began.
            return false;
        }
    }

    /// <summary>Whether a use is the first. A connection that breaks may have stored it before: doing it again, on another one, is the same use and no replay.</summary>
    private async Task<bool> AddAsync(Use use, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await database.RunAsync(connection => connection.ExecuteAsync(new CommandDefinition(
                """
                insert into cds_token (id, usage, expires) values (@Id, @Usage, @Until)
                on conflict (id) do update set usage = excluded.usage where cds_token.usage = excluded.usage
                """,
                use,
                cancellationToken: patience.Token)), patience.Token) == 1;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new StoreUnavailableException($"{database.Description} did not answer in time.") { Fault = StoreFault.Unreachable };
        }
    }

    /// <summary>A use of a token: its hash, an id of the use, and when it is over.</summary>
    private sealed record Use(string Id, string Usage, DateTimeOffset Until);
}
