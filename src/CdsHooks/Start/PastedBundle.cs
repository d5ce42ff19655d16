using System.Text;
using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Start;

/// <summary>What a form brought.</summary>
/// <param name="Text">The pasted text; null when it could not be read.</param>
/// <param name="AsOf">The moment asked about, as typed; empty for now.</param>
/// <param name="Problem">Why it cannot be used, or null.</param>
internal sealed record PastedReading(string? Text, string AsOf, RequestProblem? Problem);

/// <summary>
/// Reads a pasted Bundle from its form. The form changes nothing and no cookie signs anybody in, so that there is nothing to gain by sending it in another's name.
/// </summary>
internal sealed class PastedBundle(IOptions<CdsOptions> options, FormReader forms, BodyReader bodies)
{
    /// <summary>Fields of the form.</summary>
    public const string BundleField = "bundle", AsOfField = "asOf";

    /// <summary>Reads the form of a request.</summary>
    public async Task<PastedReading> ReadAsync(HttpContext context)
    {
        Outcome<SentForm> form = await forms.ReadAsync(context);
        return form.Problem is { } problem ? Refused(problem) : Of(form.Value);
    }

    /// <summary>What a form holds.</summary>
    public PastedReading Of(SentForm form)
    {
        string text = form.Fields[BundleField].ToString();
        if (Encoding.UTF8.GetByteCount(text) > options.Value.MaxBodyBytes) return Refused(bodies.TooLarge());
        RequestProblem? problem = string.IsNullOrWhiteSpace(text) ? new RequestProblem(ProblemKind.BadRequest, StartPhrases.NothingPasted) : null;
        return new PastedReading(text, form.Fields[AsOfField].ToString().Trim(), problem);
    }

    private static PastedReading Refused(RequestProblem problem) => new(null, "", problem);
}
