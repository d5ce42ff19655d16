using System.Diagnostics;
using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Requests;
using Cds.CdsHooks.Telemetry;
using Cds.Knowledge.Values;

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
            routes.MapPost($"/cds-services/{id}", (HttpContext context) => CallAsync(context, context.RequestServices.GetServices<ICdsService>().Single(service => service.Definition.Id == id)))
                .WithDisplayName(id)
                .ExcludeFromDescription();
        }
    }

    private static async Task CallAsync(HttpContext context, ICdsService service)
    {
        long started = Stopwatch.GetTimestamp();
        ILogger logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CdsServiceEndpoints));
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
            (HookRequest? request, RequestProblem? problem) = HookRequestReader.Read(body.Root, service);
            Language language = context.RequestServices.GetRequiredService<RequestLanguage>().Of(context.Request);
            HookAnswer answer = request is null
                ? HookAnswer.Refused(problem!)
                : await service.AnswerAsync(
                    new HookCall(request, asOf.AsOf, language, context.RequestServices.GetRequiredService<PublicAddress>().Of(context.Request)),
                    context.RequestAborted);
            if (answer.Problem is { } refused)
            {
                logger.HookRefused(service.Definition.Id, request?.HookInstance ?? Guid.Empty, refused.Kind.Slug, refused.Path ?? "$");
                await new ProblemAnswer(refused).ExecuteAsync(context);
                return;
            }

            await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, "application/json", language, writer => CardWriter.Write(writer, answer.Cards, language));
            logger.HookAnswered(
                service.Definition.Id, request!.HookInstance, answer.Cards.Count, answer.Notes.Count, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }
}
