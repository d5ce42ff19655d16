using Cds.CdsHooks.Description;
using Cds.CdsHooks.Services;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Feedback;

/// <summary><c>POST /cds-services/{id}/feedback</c> of every service, and <c>GET /feedback/summary</c>.</summary>
internal static class FeedbackEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapFeedback(this IEndpointRouteBuilder routes)
    {
        foreach (string id in CdsServiceExtensions.Ids)
        {
            routes.MapPost($"/cds-services/{id}/feedback", (HttpContext http, FeedbackRequest request, FeedbackIntake intake, ILogger<FeedbackIntake> logger) => TakeAsync(http, id, request, intake, logger))
                .WithDisplayName(id + " feedback")
                .RequireClient(id)
                .DescribeFeedback(id);
        }

        routes.MapGroup("").RequireClient().MapRead("/feedback/summary", SummariseAsync)
            .WithName("FeedbackSummary")
            .WithSummary("What clinicians did with the cards, rule by rule.")
            .WithTags("Feedback")
            .Produces<WireFeedbackSummary>()
            .ProducesProblemStatuses(503);
    }

    private static async Task TakeAsync(HttpContext http, string service, FeedbackRequest request, FeedbackIntake intake, ILogger<FeedbackIntake> logger)
    {
        Outcome<FeedbackEntry[]> entries = await request.ReadAsync(http);
        if (entries.Problem is { } problem)
        {
            await new ProblemAnswer(problem).ExecuteAsync(http);
            return;
        }

        try
        {
            await intake.StoreAsync(entries.Value, service, CallingClient.Of(http), http.RequestAborted);
        }
        catch (StoreUnavailableException exception)
        {
            logger.FeedbackNotStored(service, exception);
            await new ProblemAnswer(new RequestProblem(ProblemKind.StoreUnavailable, FeedbackPhrases.NotStored)).ExecuteAsync(http);
            return;
        }

        logger.FeedbackStored(service, entries.Value.Length);
        await JsonAnswer.WriteAsync(http, request.LanguageOf(http), new WireFeedbackStored(entries.Value.Length), FeedbackJson.Default.WireFeedbackStored);
    }

    private static async Task SummariseAsync(HttpContext context, IRecordStore store, ReasonNames names, ILogger<IRecordStore> logger)
    {
        try
        {
            FeedbackCounts counts = await store.CountAsync(names.Of, context.RequestAborted);
            await JsonAnswer.WriteAsync(context, Language.English, WireFeedbackSummary.Of(counts), FeedbackJson.Default.WireFeedbackSummary);
        }
        catch (StoreUnavailableException exception)
        {
            logger.StoreFailed(exception);
            await new ProblemAnswer(new RequestProblem(ProblemKind.StoreUnavailable, StorePhrases.Unavailable)).ExecuteAsync(context);
        }
    }
}
