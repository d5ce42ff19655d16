using Cds.CdsHooks.Batch.Queue;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Store;
using Cds.CdsHooks.Tests.Trust;

namespace Cds.CdsHooks.Tests.Batch.Queue;

/// <summary>The queue is shown where the settings ask for it, to those who sign in, and says nothing of patients.</summary>
public sealed class QueueDashboardTests
{
    private const string Address = "/queue/";

    [Fact]
    public async Task Without_the_setting_there_is_no_such_page()
    {
        await using ConfiguredService service = TrustedService.Start();
        Assert.Equal(404, (int)(await GetAsync(service, Address, new TestToken().For(Address))).StatusCode);
    }

    [Fact]
    public async Task It_needs_a_token_as_everything_else_and_can_only_be_read()
    {
        await using OwnPostgreSql database = await OwnPostgreSql.StartAsync();
        string job = WorkQueue.Open(database.Connection).Enqueue("run.work", 7);
        await using ConfiguredService service = TrustedService.Start(
            ("Cds:Queue:Dashboard", "true"), ("Cds:Store:PostgreSql", database.Connection), ("Cds:Store:PatientKey", Convert.ToBase64String(new byte[32])));
        Assert.Equal(401, (int)(await GetAsync(service, Address, null)).StatusCode);
        HttpResponseMessage page = await GetAsync(service, Address, new TestToken().For(Address));
        Assert.Equal(200, (int)page.StatusCode);
        Assert.Contains("default-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        string about = $"{Address}jobs/details/{job}", delete = $"{Address}jobs/actions/delete/{job}";
        string details = await (await GetAsync(service, about, new TestToken().For(about))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("run.work", details, StringComparison.Ordinal);
        using var deleting = new HttpRequestMessage(HttpMethod.Post, new Uri(delete, UriKind.Relative));
        deleting.Headers.TryAddWithoutValidation("Authorization", "Bearer " + new TestToken().For(delete));
        Assert.NotEqual(204, (int)(await service.CreateClient().SendAsync(deleting, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("Enqueued", WorkQueue.Open(database.Connection).StateOf(job));
    }

    [Theory]
    [InlineData(true, null, "Cds:Queue:Dashboard is True and Cds:Store:PostgreSql is not set")]
    [InlineData(true, "Host=x", null)]
    [InlineData(false, null, null)]
    public void Without_a_database_there_is_nothing_to_show_and_the_start_says_so(bool isShown, string? database, string? fault)
    {
        var options = new CdsOptions();
        options.Queue.Dashboard = isShown;
        options.Store.PostgreSql = database;
        Assert.Equal(fault, new QueueOptionsValidator().Validate(null, options).FailureMessage?.Split(';')[0]);
    }

    private static Task<HttpResponseMessage> GetAsync(ConfiguredService service, string address, TestToken? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        return service.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
    }
}
