using Cds.CdsHooks.Feedback;
using Cds.CdsHooks.Pages;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Companion.Insights;

/// <summary><c>/insights</c>: what was shown, what clinicians did with it, how long it took. Counts alone.</summary>
internal static class InsightEndpoints
{
    /// <summary>Calls that the durations are of.</summary>
    private const int LatestCalls = 2_000;

    /// <summary>Maps the route; who may see the summary of feedback may see the page.</summary>
    public static void MapInsights(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("");
        if (!app.Services.GetRequiredService<IOptions<CdsOptions>>().Value.Companion.OpenInsights) group.RequireClient();
        group.MapRead("/" + PageAddress.Insights, ShowAsync).ExcludeFromDescription();
    }

    private static async Task ShowAsync(HttpContext context, IRecordStore store, ReasonNames names, ILogger<IRecordStore> logger)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            FeedbackCounts counts = await store.CountAsync(names.Of, context.RequestAborted);
            IReadOnlyList<CallDuration> durations = await store.FindDurationsAsync(LatestCalls, context.RequestAborted);
            await PageRenderer.SendAsync<InsightsPage>(
                context, Companion, (nameof(InsightsPage.Summary), WireFeedbackSummary.Of(counts)), (nameof(InsightsPage.Services), ServiceDuration.Of(durations)));
        }
        catch (StoreUnavailableException exception)
        {
            logger.StoreFailed(exception);
            await new ProblemAnswer(new RequestProblem(ProblemKind.StoreUnavailable, StorePhrases.Unavailable)).ExecuteAsync(context);
        }
    }

    private static PageContext Companion(PageContext page) => page with { Policy = new PagePolicy { RunsScripts = true }, IsCompanion = true };
}
