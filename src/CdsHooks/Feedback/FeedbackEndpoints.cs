using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Description;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Requests;
using Cds.CdsHooks.Services;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Trust;
using Cds.Knowledge.Values;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Feedback;

/// <summary><c>POST /cds-services/{id}/feedback</c> of every service, and <c>GET /feedback/summary</c>.</summary>
internal static class FeedbackEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapFeedback(this IEndpointRouteBuilder routes)
    {
        using IServiceScope scope = routes.ServiceProvider.CreateScope();
        foreach (string id in scope.ServiceProvider.GetServices<ICdsService>().Select(service => service.Definition.Id))
        {
            routes.MapPost($"/cds-services/{id}/feedback", (Delegate)((HttpContext context) => TakeAsync(context, id)))
                .WithDisplayName(id + " feedback")
                .RequireClient(id)
                .DescribeFeedback(id);
        }

        routes.MapGroup("").RequireClient().MapRead("/feedback/summary", SummariseAsync)
            .WithName("FeedbackSummary")
            .WithSummary("What clinicians did with the cards, rule by rule.")
            .WithTags("Feedback")
            .Produces<FeedbackSummaryDescription>()
            .ProducesProblemStatuses(503);
    }

    private static async Task TakeAsync(HttpContext context, string service)
    {
        IServiceProvider services = context.RequestServices;
        if (RequestLanguage.Check(context.Request) is { } wrongParameter)
        {
            await new ProblemAnswer(wrongParameter).ExecuteAsync(context);
            return;
        }

        JsonBodyReading body = await services.GetRequiredService<JsonBodyReader>().ReadAsync(context);
        if (body.Body is null)
        {
            await new ProblemAnswer(body.Problem!).ExecuteAsync(context);
            return;
        }

        FeedbackReading reading;
        using (body.Body) reading = FeedbackReader.Read(body.Body.Root, services.GetRequiredService<IOptions<CdsOptions>>().Value.Feedback.LongestComment);
        if (reading.Problem is { } problem)
        {
            await new ProblemAnswer(problem).ExecuteAsync(context);
            return;
        }

        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FeedbackEndpoints));
        try
        {
            await services.GetRequiredService<FeedbackIntake>().StoreAsync(reading.Entries, service, CallingClient.Of(context), context.RequestAborted);
        }
        catch (StoreUnavailableException exception)
        {
            logger.FeedbackNotStored(service, exception);
            await new ProblemAnswer(new RequestProblem(ProblemKind.StoreUnavailable, FeedbackPhrases.NotStored)).ExecuteAsync(context);
            return;
        }

        logger.FeedbackStored(service, reading.Entries.Count);
        Language language = services.GetRequiredService<RequestLanguage>().Of(context.Request);
        await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, "application/json", language, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("stored", reading.Entries.Count);
            writer.WriteEndObject();
        });
    }

    private static async Task SummariseAsync(HttpContext context, IRecordStore store, ReasonNames names, ILogger<IRecordStore> logger)
    {
        try
        {
            FeedbackCounts counts = await store.CountAsync(names.Of, context.RequestAborted);
            await JsonAnswer.WriteAsync(
                context, StatusCodes.Status200OK, "application/json", Language.English, writer => FeedbackSummaryWriter.Write(writer, counts));
        }
        catch (StoreUnavailableException exception)
        {
            logger.StoreFailed(exception);
            await new ProblemAnswer(new RequestProblem(ProblemKind.StoreUnavailable, StorePhrases.Unavailable)).ExecuteAsync(context);
        }
    }
}
