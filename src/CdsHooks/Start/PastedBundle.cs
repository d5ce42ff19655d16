using System.Globalization;
using System.Text;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Delivery;
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
internal sealed class PastedBundle(IOptions<CdsOptions> options, CleanJson json)
{
    /// <summary>Fields of the form.</summary>
    public const string BundleField = "bundle", AsOfField = "asOf";

    /// <summary>What a form has around its fields.</summary>
    private const int FormOverhead = 64 * 1024;

    private readonly CdsOptions _options = options.Value;

    /// <summary>Reads the form of a request.</summary>
    public async Task<PastedReading> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return Refused(new RequestProblem(ProblemKind.UnsupportedMediaType, StartPhrases.NoForm));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(_options.RequestTimeout);
        try
        {
            IFormCollection form = await context.Request.ReadFormAsync(Limits(), patience.Token);
            return Checked(form[BundleField].ToString(), form[AsOfField].ToString().Trim());
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Refused(new RequestProblem(ProblemKind.Timeout, Phrases.ForStatus(ProblemKind.Timeout.Status)));
        }
        catch (BadHttpRequestException exception)
        {
            return Refused(exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge() : new RequestProblem(ProblemKind.BadRequest, StartPhrases.NoForm));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // Both a form that is too large and one that is broken end so; the length tells them apart.
            return Refused(context.Request.ContentLength > _options.MaxBodyBytes ? TooLarge() : new RequestProblem(ProblemKind.BadRequest, StartPhrases.NoForm));
        }
    }

    private PastedReading Checked(string text, string asOf)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > _options.MaxBodyBytes) return Refused(TooLarge());
        RequestProblem? problem = string.IsNullOrWhiteSpace(text) ? new RequestProblem(ProblemKind.BadRequest, StartPhrases.NothingPasted) : json.FindFault(bytes);
        return new PastedReading(text, asOf, problem);
    }

    private FormOptions Limits() => new()
    {
        ValueCountLimit = 8,
        ValueLengthLimit = _options.MaxBodyBytes + FormOverhead,
        MultipartBodyLengthLimit = _options.MaxBodyBytes + (long)FormOverhead,
        BufferBodyLengthLimit = _options.MaxBodyBytes + (long)FormOverhead,
        MemoryBufferThreshold = _options.MaxBodyBytes + FormOverhead,
    };

    private RequestProblem TooLarge() => new(ProblemKind.TooLarge, Phrases.BodyTooLarge.With("limit", _options.MaxBodyBytes.ToString(CultureInfo.InvariantCulture)));

    private static PastedReading Refused(RequestProblem problem) => new(null, "", problem);
}
