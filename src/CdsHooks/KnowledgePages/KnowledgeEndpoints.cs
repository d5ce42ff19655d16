using Cds.CdsHooks.Description;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Requests;
using Cds.Knowledge;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary><c>GET /knowledge</c> as data, and the knowledge book for people, where cards lead.</summary>
internal static class KnowledgeEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapKnowledge(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/knowledge", ListAsync)
            .WithName("Knowledge").WithSummary("Documents, facts, conclusions, recommendations and regimens with ids, titles and citations.")
            .WithTags("Knowledge").Produces<KnowledgeDescription>().ProducesProblemStatuses(400);
        routes.MapRead("/knowledge/book", (HttpContext context, KnowledgeBook book) => PageAsync(context, book.Index))
            .WithName("KnowledgeBook").WithSummary("Start page of the knowledge book.").WithTags("Knowledge")
            .Produces<string>(StatusCodes.Status200OK, HtmlAnswer.MediaType).ProducesProblemStatuses(400);
        routes.MapRead("/knowledge/book/{document}", DocumentAsync)
            .WithName("KnowledgeBookDocument").WithSummary("The rules of one document, printable; each rule has its id as anchor.").WithTags("Knowledge")
            .Produces<string>(StatusCodes.Status200OK, HtmlAnswer.MediaType).ProducesProblemStatuses(400, 404);
    }

    private static Task ListAsync(HttpContext context, KnowledgeListing listing, RequestLanguage languages)
    {
        if (RequestLanguage.Check(context.Request) is { } problem) return new ProblemAnswer(problem).ExecuteAsync(context);
        Language language = languages.Of(context.Request);
        context.Response.ContentType = "application/json";
        return JsonAnswer.SendAsync(context, language, listing.In(language));
    }

    private static Task DocumentAsync(HttpContext context, string document, KnowledgeBook book, KnowledgeBase knowledge) =>
        knowledge.Documents.TryGetValue(document, out Document? found)
            ? PageAsync(context, language => book.Page(found, language))
            : new ProblemAnswer(new RequestProblem(ProblemKind.NotFound, Phrases.NoSuchDocument)).ExecuteAsync(context);

    private static Task PageAsync(HttpContext context, Func<Language, string> page)
    {
        if (RequestLanguage.Check(context.Request) is { } problem) return new ProblemAnswer(problem).ExecuteAsync(context);
        Language language = context.RequestServices.GetRequiredService<RequestLanguage>().Of(context.Request);
        return HtmlAnswer.WriteAsync(context, language, page(language));
    }
}
