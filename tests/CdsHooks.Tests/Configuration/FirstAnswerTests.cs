using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.Configuration;

/// <summary>A patient is answered while the service starts, so that the first clinician does not wait for the compiler.</summary>
public sealed class FirstAnswerTests : IDisposable
{
    private readonly RealService _service = new();

    [Fact]
    public async Task Cards_have_been_made_when_the_service_has_started()
    {
        FirstAnswer first = _service.Services.GetRequiredService<FirstAnswer>();
        Assert.True(await first.Answered > 1000, "the sample patient gets cards");
    }

    [Fact]
    public async Task Nothing_of_it_is_logged_as_a_call()
    {
        await _service.Services.GetRequiredService<FirstAnswer>().Answered;
        Assert.DoesNotContain(_service.Log.Entries, entry => entry.Text.Contains("answered", StringComparison.OrdinalIgnoreCase));
    }

    public void Dispose() => _service.Dispose();
}
