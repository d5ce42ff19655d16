using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Pages;

namespace Cds.CdsHooks.Start;

/// <summary>Sends the page on which a patient is tried: with the cards of a Bundle, or with what is wrong.</summary>
internal sealed class TrialPage(Pipeline pipeline, RequestLanguage languages, PublicAddress address)
{
    /// <summary>Sends the cards of a Bundle.</summary>
    /// <param name="context">The request.</param>
    /// <param name="bundle">A FHIR Bundle with exactly one Patient.</param>
    /// <param name="asOf">The moment asked about.</param>
    /// <param name="pasted">The form that it came with; null for a sample.</param>
    /// <param name="sample">Name of the sample; null for a form.</param>
    public async Task SendAsync(HttpContext context, byte[] bundle, Outcome<AsOf> asOf, PastedReading? pasted, string? sample)
    {
        if (asOf.Problem is { } wrongMoment)
        {
            await SendProblemAsync(context, wrongMoment, pasted);
            return;
        }

        Language language = languages.Of(context.Request);
        Outcome<Card[]> cards = await pipeline.TryAsync(bundle, asOf.Value, language, address.Of(context.Request), context.RequestAborted);
        if (cards.Problem is { } problem)
        {
            await SendProblemAsync(context, problem, pasted);
            return;
        }

        CardOnPage[] shown = [.. cards.Value.Select(card => CardOnPage.Of(card, language))];
        await SendAsync(context, StatusCodes.Status200OK, pasted, (nameof(TryPage.Cards), shown), (nameof(TryPage.Moment), MomentText(asOf.Value)), (nameof(TryPage.Sample), sample));
    }

    /// <summary>Sends what is wrong.</summary>
    public static Task SendProblemAsync(HttpContext context, RequestProblem problem, PastedReading? pasted)
    {
        ProblemAnswer.SetRetryAfter(context.Response, problem);
        return SendAsync(context, problem.Kind.Status, pasted, (nameof(TryPage.Problem), problem.Detail), (nameof(TryPage.ProblemPlace), problem.Path));
    }

    private static string MomentText(AsOf asOf) => asOf.Text.Contains('T', StringComparison.Ordinal) ? asOf.Moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : asOf.Text;

    /// <summary>A pasted Bundle has no address: the switch of language sends its form again.</summary>
    private static Task SendAsync(HttpContext context, int status, PastedReading? pasted, params ReadOnlySpan<(string Name, object? Value)> parameters) => PageRenderer.SendAsync<TryPage>(
        context, status, page => pasted is null ? page : page with { SentForm = TryForms.FormId },
        [.. parameters, (nameof(TryPage.Pasted), pasted is null ? null : pasted.Text ?? ""), (nameof(TryPage.AsOf), pasted?.AsOf)]);
}
