using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Cds.CdsHooks.Envelope;

/// <summary>The fields of a form that was sent.</summary>
internal sealed record SentForm(IFormCollection Fields);

/// <summary>Reads forms under the limits of every request body; they stay in memory.</summary>
internal sealed class FormReader(IOptions<CdsOptions> options, BodyReader bodies)
{
    /// <summary>What a form has around its fields.</summary>
    private const int Around = 64 * 1024;

    private const int MostFields = 256;

    private readonly FormOptions _limits = new()
    {
        ValueCountLimit = MostFields,
        ValueLengthLimit = options.Value.MaxBodyBytes + Around,
        MultipartBodyLengthLimit = options.Value.MaxBodyBytes + (long)Around,
        BufferBodyLengthLimit = options.Value.MaxBodyBytes + (long)Around,
        MemoryBufferThreshold = options.Value.MaxBodyBytes + Around,
    };

    /// <summary>Reads the form of a request.</summary>
    public async Task<Outcome<SentForm>> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return new RequestProblem(ProblemKind.UnsupportedMediaType, StartPhrases.NoForm);
        Outcome<BodyBytes> body = await bodies.ReadAsync(context, Around);
        if (body.Problem is { } problem) return problem;

        // The texts that are made of the bytes live until the page is sent; so long they count as in flight.
        context.Response.RegisterForDispose(body.Value);
        context.Request.Body = PipeReader.Create(new ReadOnlySequence<byte>(body.Value.Join())).AsStream();
        try
        {
            return new SentForm(await context.Request.ReadFormAsync(_limits, context.RequestAborted));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return new RequestProblem(ProblemKind.BadRequest, StartPhrases.NoForm);
        }
    }
}
