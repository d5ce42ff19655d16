using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Envelope;

/// <summary>Prefetch keys that the service does not publish are named, so that nobody believes that their data were read.</summary>
public sealed class UnknownKeysTests(TestService service) : IClassFixture<TestService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task A_key_that_is_not_published_is_named_in_the_log_and_on_the_card_of_what_was_not_read()
    {
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With("prefetch.vitalSigns2", HookRequests.Bundle()));
        Assert.Equal(200, answer.Status);
        Assert.Contains("prefetch keys that this service does not ask for were sent and not read: vitalSigns2", answer.Body, StringComparison.Ordinal);
        Assert.Contains(service.Log.Entries, entry => entry.Text.Contains("(vitalSigns2)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_may_be_anything_is_counted_and_not_repeated()
    {
        JsonObject request = HookRequests.Valid().With("prefetch.Hildegard von Bingen 1098", HookRequests.Bundle()).With("prefetch.id19580409", HookRequests.Bundle());
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, request);
        Assert.Contains("sent and not read: +2", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Log.Entries, entry => entry.Text.Contains("Hildegard", StringComparison.Ordinal) || entry.Text.Contains("19580409", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Published_keys_alone_are_not_remarked_upon() =>
        Assert.DoesNotContain("does not ask for", (await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid())).Body, StringComparison.Ordinal);
}
