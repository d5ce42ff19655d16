using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Localization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Start;

/// <summary>What a form brought.</summary>
/// <param name="Text">The pasted text; null when it could not be read.</param>
/// <param name="AsOf">The moment asked about, as typed; empty for now.</param>
/// <param name="Problem">Why it cannot be used, or null.</param>
internal sealed record PastedReading(string? Text, string AsOf, RequestProblem? Problem);

/// <summary>
/// Reads the form with a pasted Bundle, under the limits of every request body. It changes nothing and no cookie signs anybody in, so that there is nothing
/// to gain by sending it in another's name; it stays in memory.
/// </summary>
internal sealed class PastedBundle(IOptions<CdsOptions> options, BodyReader bodies)
{
    /// <summary>Fields of the form.</summary>
    public const string BundleField = "bundle", AsOfField = "asOf";

    /// <summary>What a form has around its fields.</summary>
    private const int FormOverhead = 64 * 1024;

    private readonly int _most = options.Value.MaxBodyBytes;

    /// <summary>Reads the form of a request.</summary>
    public async Task<PastedReading> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return Refused(new RequestProblem(ProblemKind.UnsupportedMediaType, StartPhrases.NoForm));
        Outcome<BodyBytes> body = await bodies.ReadAsync(context, FormOverhead);
        if (body.Problem is { } problem) return Refused(problem);

        // The text that is made of the bytes lives until the page is sent; so long they count as in flight.
        context.Response.RegisterForDispose(body.Value);
        context.Request.Body = PipeReader.Create(new ReadOnlySequence<byte>(body.Value.Join())).AsStream();
        try
        {
            IFormCollection form = await context.Request.ReadFormAsync(Limits(), context.RequestAborted);
            return Checked(form[BundleField].ToString(), form[AsOfField].ToString().Trim());
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return Refused(new RequestProblem(ProblemKind.BadRequest, StartPhrases.NoForm));
        }
    }

    private PastedReading Checked(string text, string asOf)
    {
        if (Encoding.UTF8.GetByteCount(text) > _most) return Refused(bodies.TooLarge());
        return new PastedReading(text, asOf, string.IsNullOrWhiteSpace(text) ? new RequestProblem(ProblemKind.BadRequest, StartPhrases.NothingPasted) : null);
    }

    private FormOptions Limits() => new()
    {
        ValueCountLimit = 8,
        ValueLengthLimit = _most + FormOverhead,
        MultipartBodyLengthLimit = _most + (long)FormOverhead,
        BufferBodyLengthLimit = _most + (long)FormOverhead,
        MemoryBufferThreshold = _most + FormOverhead,
    };

    private static PastedReading Refused(RequestProblem problem) => new(null, "", problem);
}
