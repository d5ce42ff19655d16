using Cds.CdsHooks.Pages;

namespace Cds.CdsHooks.Manual;

/// <summary>The documentation of this version as pages.</summary>
internal static class ManualEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapManual(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/" + PageAddress.Manual, (HttpContext context) => PageRenderer.SendAsync<ManualIndexPage>(context)).ExcludeFromDescription();
        routes.MapRead($"/{PageAddress.Manual}/{{**path}}", DocumentAsync).ExcludeFromDescription();
    }

    private static Task DocumentAsync(HttpContext context, string path)
    {
        if (ManualFiles.Read(path) is not { } markdown) return new ProblemAnswer(new RequestProblem(ProblemKind.NotFound, ManualPhrases.NoSuchDocument)).ExecuteAsync(context);
        var document = ManualDocument.Of(path, markdown);
        return PageRenderer.SendAsync<ManualPage>(context, null, (nameof(ManualPage.Title), document.Title), (nameof(ManualPage.Html), document.Html));
    }
}
