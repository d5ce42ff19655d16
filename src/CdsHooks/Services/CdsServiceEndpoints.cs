using System.Diagnostics;
using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Audit;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Description;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.FhirAccess;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Prefetch;
using Cds.CdsHooks.Requests;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Services;

/// <summary>One POST route per CDS service. An id that no service has stays a plain 404 for every method.</summary>
internal static class CdsServiceEndpoints
{
    /// <summary>Maps <c>POST /cds-services/{id}</c> of every registered service.</summary>
    public static void MapCdsServices(this IEndpointRouteBuilder routes)
    {
        using IServiceScope scope = routes.ServiceProvider.CreateScope();
        foreach (string id in scope.ServiceProvider.GetServices<ICdsService>().Select(service => service.Definition.Id))
        {
            routes.MapPost($"/cds-services/{id}", (Delegate)((HttpContext context) => CallAsync(context, context.RequestServices.GetServices<ICdsService>().Single(service => service.Definition.Id == id))))
                .WithDisplayName(id)
                .RequireClient(id)
                .DescribeHook(id);
        }
    }

    private static async Task CallAsync(HttpContext context, ICdsService service)
    {
        long started = Stopwatch.GetTimestamp();
        AsOfReading asOf = context.RequestServices.GetRequiredService<AsOfParameter>().Read(context.Request);
        if ((RequestLanguage.Check(context.Request) ?? asOf.Problem) is { } wrongParameter)
        {
            await new ProblemAnswer(wrongParameter).ExecuteAsync(context);
            return;
        }

        JsonBodyReading reading = await context.RequestServices.GetRequiredService<JsonBodyReader>().ReadAsync(context);
        if (reading.Body is not { } body)
        {
            await new ProblemAnswer(reading.Problem!).ExecuteAsync(context);
            return;
        }

        using (body)
        {
            (HookRequest? request, RequestProblem? problem) = HookRequestReader.Read(body, service);
            if (request is null)
            {
                await RefuseAsync(context, service, Guid.Empty, problem!);
                return;
            }

            var call = new HookCall(
                request,
                asOf.AsOf,
                context.RequestServices.GetRequiredService<RequestLanguage>().Of(context.Request),
                context.RequestServices.GetRequiredService<PublicAddress>().Of(context.Request));
            await AnswerAsync(context, service, call, started);
        }
    }

    private static async Task AnswerAsync(HttpContext context, ICdsService service, HookCall call, long started)
    {
        ServiceDefinition definition = service.Definition;
        ServiceMetrics metrics = context.RequestServices.GetRequiredService<ServiceMetrics>();
        using Activity? span = metrics.StartHook(definition.Hook, definition.Id);
        CallingClient? client = CallingClient.Of(context);
        HookAnswer answer = await context.RequestServices.GetRequiredService<GuidanceDelivery>().DeliverAsync(
            call, definition, client, await ComposeAsync(context, service, call, client), started, context.RequestAborted);
        metrics.HookAnswered(
            span, definition.Hook, definition.Id, answer.Problem?.Kind.Slug ?? (answer.Cards.Count > 0 ? "cards" : "no-cards"), Stopwatch.GetElapsedTime(started));
        if (answer.Problem is { } problem)
        {
            await RefuseAsync(context, service, call.Request.HookInstance, problem);
            return;
        }

        foreach (Card card in answer.Cards) metrics.CardShown(span, card.Assessment.Id, definition.Hook, CardWriter.Indicator(card.Indicator));
        await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, "application/json", call.Language, writer => CardWriter.Write(writer, answer.Cards, answer.KeptBack, call.Language));
        LoggerOf(context).HookAnswered(
            definition.Id, call.Request.HookInstance, answer.Cards.Count, answer.Notes.Count, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Reads the prefetch, has what is missing fetched, and lets the service answer.</summary>
    private static async ValueTask<HookAnswer> ComposeAsync(HttpContext context, ICdsService service, HookCall call, CallingClient? client)
    {
        PrefetchReading sent = PrefetchReader.Read(call.Request.Prefetch, service.Definition.Prefetch);
        if (sent.Problem is { } unreadable) return HookAnswer.Refused(unreadable);
        IReadOnlyList<PrefetchValue> completed = await context.RequestServices.GetRequiredService<MissingPrefetch>()
            .CompleteAsync(sent.Values, call.Request, client, context.RequestAborted);
        return await service.AnswerAsync(call with { Prefetch = completed, UnknownKeys = sent.UnknownKeys }, context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, ICdsService service, Guid hookInstance, RequestProblem problem)
    {
        LoggerOf(context).HookRefused(service.Definition.Id, hookInstance, problem.Kind.Slug, problem.Path ?? "$");
        return new ProblemAnswer(problem).ExecuteAsync(context);
    }

    private static ILogger LoggerOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CdsServiceEndpoints));
}
