namespace Cds.CdsHooks.Outbound;

/// <summary>The guarded client as a message handler, for libraries that speak a protocol over one. Answers are read to their end, up to a limit.</summary>
/// <param name="http">The client.</param>
/// <param name="limit">Bytes that an answer may have.</param>
internal sealed class GuardedHandler(GuardedClient http, int limit) : HttpMessageHandler
{
    /// <exception cref="HttpRequestException">No answer, or one that is too large.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
        if (await BoundedBody.ReadAsync(response.Content, limit, new ByteAllowance(limit), cancellationToken) is not { } body)
        {
            response.Dispose();
            throw new HttpRequestException($"The answer is larger than {limit} bytes.");
        }

        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = response.Content.Headers.ContentType;
        response.Content.Dispose();
        response.Content = content;
        return response;
    }
}
