using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>Clinicians who send feedback without a pause; what was acknowledged is remembered.</summary>
internal sealed class FeedbackLoad : IAsyncDisposable
{
    private const string Url = "/cds-services/myeloma-patient-view/feedback";

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _acknowledged = new();
    private readonly List<Task> _senders = [];

    /// <summary>Uuids of the cards in acknowledged feedback.</summary>
    public IReadOnlyCollection<string> Acknowledged => _acknowledged;

    /// <summary>Refusals, by status; 0 for a connection that broke.</summary>
    public ConcurrentDictionary<int, int> Refused { get; } = new();

    /// <summary>Begins to send.</summary>
    public void Start(HttpClient client, int senders, int commentLength = 0) =>
        _senders.AddRange(Enumerable.Range(0, senders).Select(_ => SendAsync(client, new string('x', commentLength))));

    /// <summary>Waits until so many more are acknowledged.</summary>
    public async Task PassAsync(int more)
    {
        int goal = _acknowledged.Count + more;
        while (_acknowledged.Count < goal) await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until some are refused with a status.</summary>
    public async Task RefusedAsync(int status)
    {
        int before = Refused.GetValueOrDefault(status);
        while (Refused.GetValueOrDefault(status) == before) await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    /// <summary>Ends it when what was sent is answered.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_senders);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task SendAsync(HttpClient client, string comment)
    {
        while (!_stop.IsCancellationRequested)
        {
            string card = Guid.NewGuid().ToString();
            var entry = new JsonObject { ["card"] = card, ["outcome"] = "overridden", ["outcomeTimestamp"] = "2026-11-20T08:15:30Z", ["overrideReason"] = new JsonObject { ["userComment"] = comment } };
            int status = 0;
            try
            {
                status = (await client.PostJsonAsync(Url, new JsonObject { ["feedback"] = new JsonArray(entry) })).Status;
            }
            catch (HttpRequestException)
            {
                // The process was killed: what it had not acknowledged may be lost.
                await Task.Delay(20);
            }

            if (status == 200) _acknowledged.Enqueue(card);
            else Refused.AddOrUpdate(status, 1, (_, count) => count + 1);
        }
    }
}
