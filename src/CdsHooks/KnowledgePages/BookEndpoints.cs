using Cds.CdsHooks.Description;
using Cds.CdsHooks.Pages;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>The knowledge book for people: a page for each rule, regimen, drug and document, and a search.</summary>
internal static class BookEndpoints
{
    private const int LongestSearch = 200;

    /// <summary>Maps the routes.</summary>
    public static void MapKnowledgeBook(this IEndpointRouteBuilder routes)
    {
        Page(routes, "/" + PageAddress.Book, "KnowledgeBook", "Start page of the knowledge book.", (HttpContext context) => PageRenderer.SendAsync<BookIndexPage>(context), 400);
        Page(routes, "/" + PageAddress.Search, "KnowledgeSearch", "Search of the knowledge book.", SearchAsync, 400);
        Page(routes, $"/{PageAddress.Book}/{{document}}", "KnowledgeBookDocument", "The rules of one document, printable; each rule has its id as anchor.", DocumentAsync, 400, 404);
        Page(routes, $"/{PageAddress.Rules}{{id}}", "KnowledgeRule", "A conclusion or recommendation on a page of its own: what cards link to.", RuleAsync, 400, 404);
        Page(routes, $"/{PageAddress.Modules}{{id}}", "KnowledgeModule", "The chapter of a module beside the documents.", ModuleAsync, 400, 404);
        Page(routes, $"/{PageAddress.Regimens}{{id}}", "KnowledgeRegimen", "A regimen with its dose table.", RegimenAsync, 400, 404);
        Page(routes, $"/{PageAddress.Drugs}{{id}}", "KnowledgeDrug", "A drug: what speaks against it, lower doses.", DrugAsync, 400, 404);
    }

    private static void Page(IEndpointRouteBuilder routes, string pattern, string name, string summary, Delegate send, params ReadOnlySpan<int> problems) =>
        routes.MapRead(pattern, send).WithName(name).WithSummary(summary).WithTags("Knowledge book")
            .Produces<string>(StatusCodes.Status200OK, PageRenderer.MediaType).ProducesProblemStatuses(problems);

    private static Task SearchAsync(HttpContext context)
    {
        string words = context.Request.Query["q"].ToString().Trim();
        if (words.Length > LongestSearch) words = words[..LongestSearch];
        return PageRenderer.SendAsync<SearchPage>(context, null, (nameof(SearchPage.Words), words));
    }

    private static Task DocumentAsync(HttpContext context, KnowledgeBase knowledge, string document) =>
        knowledge.Documents.TryGetValue(document, out Document? found)
            ? PageRenderer.SendAsync<DocumentPage>(context, page => page with { IsPrinted = true }, (nameof(DocumentPage.Document), found))
            : NotFoundAsync(context, Phrases.NoSuchDocument);

    private static Task RuleAsync(HttpContext context, KnowledgeBase knowledge, string id)
    {
        ConclusionDefinition? conclusion = knowledge.ConclusionsById.GetValueOrDefault(id);
        RecommendationDefinition? recommendation = knowledge.Recommendations.FirstOrDefault(rule => rule.Id == id);
        return conclusion is null && recommendation is null
            ? NotFoundAsync(context, Phrases.NoSuchRule)
            : PageRenderer.SendAsync<RulePage>(context, null, (nameof(RulePage.Conclusion), conclusion), (nameof(RulePage.Recommendation), recommendation));
    }

    private static Task ModuleAsync(HttpContext context, KnowledgeBase knowledge, string id) => knowledge.Modules.FirstOrDefault(module => module.Id == id) is { } module
        ? PageRenderer.SendAsync<ModulePage>(context, null, (nameof(ModulePage.Module), module))
        : NotFoundAsync(context, Phrases.NoSuchRule);

    private static Task RegimenAsync(HttpContext context, KnowledgeBase knowledge, string id) =>
        knowledge.Regimens.TryGetValue(id, out Regimen? regimen)
            ? PageRenderer.SendAsync<RegimenPage>(context, null, (nameof(RegimenPage.Regimen), regimen))
            : NotFoundAsync(context, Phrases.NoSuchRule);

    private static Task DrugAsync(HttpContext context, KnowledgeBase knowledge, string id) =>
        knowledge.Drugs.TryGetValue(id, out Drug? drug) && KnowledgeBook.HasPage(drug)
            ? PageRenderer.SendAsync<DrugPage>(context, null, (nameof(DrugPage.Drug), drug))
            : NotFoundAsync(context, Phrases.NoSuchRule);

    private static Task NotFoundAsync(HttpContext context, LocalizedText text) => new ProblemAnswer(new RequestProblem(ProblemKind.NotFound, text)).ExecuteAsync(context);
}
