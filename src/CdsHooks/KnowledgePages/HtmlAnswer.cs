using System.Text;
using Cds.CdsHooks.Localization;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>Sends a page that may show text and its own style, and nothing else.</summary>
internal static class HtmlAnswer
{
    /// <summary>Media type of the pages.</summary>
    public const string MediaType = "text/html; charset=utf-8";

    /// <summary>Sends the page.</summary>
    public static Task WriteAsync(HttpContext context, Language language, string html)
    {
        byte[] body = Encoding.UTF8.GetBytes(html);
        HttpResponse response = context.Response;
        response.ContentType = MediaType;
        response.ContentLength = body.Length;
        response.Headers.ContentLanguage = language.Tag();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
