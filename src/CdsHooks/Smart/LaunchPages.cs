using Cds.CdsHooks.Pages;

namespace Cds.CdsHooks.Smart;

/// <summary>Sends the page of launches: EHRs to choose from, or why a launch ended.</summary>
internal sealed class LaunchPages(SmartServers servers)
{
    private readonly IReadOnlyList<(string Name, string Issuer)> _choice = [.. servers.All.Select(server => (server.Name, server.Issuer))];

    /// <summary>Sends the choice; 404 where none is configured.</summary>
    public Task SendChoiceAsync(HttpContext context) => servers.All.Count == 0
        ? SendAsync(context, new RequestProblem(ProblemKind.NotFound, SmartPhrases.NoneConfigured))
        : SendAsync(context, StatusCodes.Status200OK, null, null);

    /// <summary>Sends what went wrong.</summary>
    /// <param name="context">The request.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="language">Language of the page; that of the request when null.</param>
    public Task SendAsync(HttpContext context, RequestProblem problem, Language? language = null) => SendAsync(context, problem.Kind.Status, problem.Detail, language);

    private Task SendAsync(HttpContext context, int status, LocalizedText? problem, Language? language) => PageRenderer.SendAsync<LaunchPage>(
        context,
        status,
        // What an EHR put into the address stays out of the links of the page.
        page => page with { Language = language ?? page.Language, Query = [], MayBeFramed = true },
        (nameof(LaunchPage.Problem), problem),
        (nameof(LaunchPage.Servers), _choice));
}
