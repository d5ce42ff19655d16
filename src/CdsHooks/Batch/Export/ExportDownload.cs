using System.Net;
using System.Net.Http.Headers;
using Cds.CdsHooks.Outbound;

namespace Cds.CdsHooks.Batch.Export;

/// <summary>Downloads the files of an export, each under its name only when it is whole and holds as many resources as the server announced.</summary>
internal sealed class ExportDownload(ServerCalls calls, AccessToken token)
{
    private const int Attempts = 3;

    /// <summary>Downloads a file unless it is there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="folder">Where it goes.</param>
    /// <param name="withToken">Whether the server gives it with the token only.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>How many resources it holds.</returns>
    /// <exception cref="ExportException">The server does not give it whole.</exception>
    public async Task<long> GetAsync(ExportFile file, string folder, bool withToken, CancellationToken cancellation)
    {
        string path = Path.Combine(folder, file.Name);
        if (File.Exists(path)) return CountLines(path);
        string? fault = null;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                await FetchAsync(file, BatchOutput.Partial(path), withToken, cancellation);
                long lines = CountLines(BatchOutput.Partial(path));
                if (file.Count is not { } announced || announced == lines)
                {
                    File.Move(BatchOutput.Partial(path), path, overwrite: true);
                    return lines;
                }

                fault = $"it holds {lines} resources and the server announced {announced}";
            }
            catch (Exception exception) when (exception is HttpRequestException or TimeoutException)
            {
                fault = exception.Message;
            }
        }

        throw new ExportException($"{file.Name} could not be had whole: {fault}.");
    }

    private async Task FetchAsync(ExportFile file, string path, bool withToken, CancellationToken cancellation)
    {
        AuthenticationHeaderValue? header = withToken ? await token.HeaderAsync(cancellation) : null;
        using HttpResponseMessage response = await calls.SendAsync(
            () =>
            {
                var call = new HttpRequestMessage(HttpMethod.Get, file.Url);
                call.Headers.Authorization = header;
                call.Headers.Accept.ParseAdd("application/fhir+ndjson");
                return call;
            },
            cancellation);
        if (response.StatusCode == HttpStatusCode.Unauthorized) token.Forget();
        if (response.StatusCode != HttpStatusCode.OK) throw new HttpRequestException($"status {(int)response.StatusCode}");
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellation);
        await using var target = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 128 * 1024);
        await SteadyCopy.CopyAsync(body, target, cancellation);
    }

    private static long CountLines(string path) => File.ReadLines(path).LongCount(line => !string.IsNullOrWhiteSpace(line));
}
