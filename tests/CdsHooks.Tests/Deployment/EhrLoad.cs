using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Trust;

namespace Cds.CdsHooks.Tests.Deployment;

/// <summary>
/// What an EHR sends all day: charts are opened, cards are answered. A call that fails with a server error or a cut connection is sent once more, with a new token;
/// feedback goes on being sent until it is acknowledged.
/// </summary>
internal sealed class EhrLoad(string url) : IDisposable
{
    private const string Feedback = HookRequests.PatientView + "/feedback";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly HttpClient _client = new() { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(2) };
    private readonly ConcurrentBag<string> _acknowledged = [], _faults = [];
    private int _hooks, _sent;

    /// <summary>Feedback that was acknowledged.</summary>
    public int Acknowledged => _acknowledged.Count;

    /// <summary>Feedback that was sent, acknowledged or not, repetitions included.</summary>
    public int Sent => _sent;

    /// <summary>Hook calls that were answered with 200.</summary>
    public int Hooks => _hooks;

    /// <summary>Calls that one repetition did not cure.</summary>
    public IEnumerable<string> Faults => _faults;

    /// <summary>Whether the database may be away: then feedback may fail more than once. Hooks may not.</summary>
    public bool StoreMayBeAway { get; set; }

    /// <summary>A token of now for a route.</summary>
    public static TestToken Token(string path)
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new TestToken().For(path).With("iat", now).With("exp", now + 300);
    }

    /// <summary>Sends until told to stop.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, 2).SelectMany(_ => new[] { OpenChartsAsync(stop), AnswerCardsAsync(stop) }));

    public void Dispose() => _client.Dispose();

    private async Task OpenChartsAsync(CancellationToken stop)
    {
        for (; !stop.IsCancellationRequested; await Task.Delay(Pause, CancellationToken.None))
        {
            JsonObject request = HookRequests.Valid().With("hookInstance", Guid.NewGuid().ToString());
            int status = await SendAsync(HookRequests.PatientView, request);
            if (status >= 500) status = await SendAsync(HookRequests.PatientView, request);
            if (status == 200) Interlocked.Increment(ref _hooks);
            else _faults.Add($"hook {status}");
        }
    }

    private async Task AnswerCardsAsync(CancellationToken stop)
    {
        for (; !stop.IsCancellationRequested; await Task.Delay(Pause, CancellationToken.None))
        {
            string card = Guid.NewGuid().ToString();
            var body = new JsonObject
            {
                ["feedback"] = new JsonArray(new JsonObject { ["card"] = card, ["outcome"] = "overridden", ["outcomeTimestamp"] = "2026-11-20T08:15:30Z" }),
            };
            int status = 0;
            for (int attempt = 0; attempt < (StoreMayBeAway ? 240 : 2) && status != 200; attempt++)
            {
                if (attempt > 1) await Task.Delay(500, CancellationToken.None);
                Interlocked.Increment(ref _sent);
                status = await SendAsync(Feedback, body);
            }

            if (status == 200) _acknowledged.Add(card);
            else _faults.Add($"feedback {status}");
        }
    }

    /// <summary>The status; 599 for a connection that was cut.</summary>
    private async Task<int> SendAsync(string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(path).ToString());
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, CancellationToken.None);
            return (int)response.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return 599;
        }
    }
}
