using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Cds.CdsHooks.Tests.Headers;

public sealed class SafetyHeadersTests(TestService service) : IClassFixture<TestService>
{
    [Theory]
    [InlineData("/", "same-origin")]
    [InlineData("/knowledge/book", "same-origin")]
    [InlineData("/cds-services", "no-referrer")]
    [InlineData("/knowledge", "no-referrer")]
    [InlineData("/nowhere", "no-referrer")]
    [InlineData("/site.css", "no-referrer")]
    public async Task Every_answer_stays_out_of_frames_and_tells_other_sites_no_address(string url, string referrer)
    {
        Answer answer = await service.CreateClient().GetAnswerAsync(url);
        Assert.Contains("frame-ancestors 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal(referrer, answer.Headers["Referrer-Policy"]);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
    }

    [Theory]
    [InlineData("https://cds.example.org", true)]
    [InlineData("http://cds.example.org", false)]
    public async Task Browsers_are_held_to_TLS_only_where_it_is_used(string address, bool isHeld)
    {
        using HttpClient client = service.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(address) });
        Answer answer = await client.GetAnswerAsync("/cds-services");
        Assert.Equal(isHeld, answer.Headers.ContainsKey("Strict-Transport-Security"));
        if (isHeld) Assert.Equal("max-age=31536000", answer.Headers["Strict-Transport-Security"]);
    }
}
