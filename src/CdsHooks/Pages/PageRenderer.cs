using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Cds.CdsHooks.Pages;

/// <summary>Sends a page that may show text, its own style and forms of this service, and what its <see cref="PagePolicy"/> adds; no foreign address.</summary>
internal static class PageRenderer
{
    /// <summary>Media type of the pages.</summary>
    public const string MediaType = "text/html; charset=utf-8";

    /// <summary>Renders a page of the language that the request asks for; a language that is not spoken here is a problem.</summary>
    public static Task SendAsync<TPage>(HttpContext context, Func<PageContext, PageContext>? adjust = null, params (string Name, object? Value)[] parameters)
        where TPage : WholePage
    {
        if (RequestLanguage.Check(context.Request) is { } problem) return new ProblemAnswer(problem).ExecuteAsync(context);
        return SendAsync<TPage>(context, StatusCodes.Status200OK, adjust, parameters);
    }

    /// <summary>Renders a page with a status.</summary>
    public static async Task SendAsync<TPage>(HttpContext context, int status, Func<PageContext, PageContext>? adjust = null, params (string Name, object? Value)[] parameters)
        where TPage : WholePage
    {
        Language language = context.RequestServices.GetRequiredService<RequestLanguage>().Of(context.Request);
        PageContext page = PageContext.Of(context.Request, language);
        Dictionary<string, object?> given = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        if (adjust is not null) page = adjust(page);
        given[nameof(WholePage.Page)] = page;
        byte[] body = Encoding.UTF8.GetBytes(await RenderAsync<TPage>(context.RequestServices, ParameterView.FromDictionary(given)));

        // A page that took too long is refused before anything of it is sent, never after.
        context.RequestAborted.ThrowIfCancellationRequested();
        HttpResponse response = context.Response;
        response.StatusCode = status;
        response.ContentType = MediaType;
        response.ContentLength = body.Length;
        response.Headers.ContentLanguage = language.Tag();
        response.Headers.ContentSecurityPolicy = PolicyOf(page, context).ToString();
        response.Headers["Referrer-Policy"] = "same-origin";
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(body, CancellationToken.None);
    }

    /// <summary>Renders a page that stands alone, in a file.</summary>
    public static async Task<string> RenderAloneAsync<TPage>(Language language, params (string Name, object? Value)[] parameters)
        where TPage : WholePage
    {
        var services = new ServiceCollection();
        services.AddLogging().AddPages();
        await using ServiceProvider provider = services.BuildServiceProvider();
        Dictionary<string, object?> given = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        given[nameof(WholePage.Page)] = new PageContext(language, "/", []);
        return await RenderAsync<TPage>(provider, ParameterView.FromDictionary(given));
    }

    private static PagePolicy PolicyOf(PageContext page, HttpContext context) =>
        page.MayBeFramed ? page.Policy with { FramedBy = [.. context.RequestServices.GetRequiredService<IOptions<CdsOptions>>().Value.Smart.FrameAncestors] } : page.Policy;

    private static async Task<string> RenderAsync<TPage>(IServiceProvider services, ParameterView parameters)
        where TPage : WholePage
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString());
    }
}
