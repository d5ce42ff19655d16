using System.Net;
using System.Net.Http.Headers;

namespace Cds.CdsHooks.Batch.Export;

/// <summary>How an export ended.</summary>
/// <param name="Files">Files with resources.</param>
/// <param name="Resources">Resources in them.</param>
/// <param name="Faults">What the server says it could not export.</param>
/// <param name="TransactionTime">The moment that the records are of, as the server says.</param>
internal readonly record struct ExportCounts(int Files, long Resources, long Faults, string TransactionTime);

/// <summary>
/// A FHIR Bulk Data export (Bulk Data Access IG 2.0) from its beginning to the last file: begins it, asks how far it is as often as the server wants, and downloads. What
/// was broken off goes on: with the export that the server has begun, and without the files that are there.
/// </summary>
internal sealed class ExportRun(ExportRequest request, ServerCalls calls, AccessToken token, ExportDownload download, TextWriter messages, TimeProvider time)
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(10);

    /// <summary>Runs to the end.</summary>
    /// <param name="folder">Where the files go.</param>
    /// <param name="cancellation">Ends it; what is complete is kept.</param>
    /// <exception cref="ExportException">The server does not give the export, or not what it announced.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task<ExportCounts> RunAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        ExportState? begun = ExportState.Find(folder, request);
        if (begun is null && Directory.EnumerateFiles(folder).Any()) throw new ExportException($"{folder} holds files of something else; name an empty folder.");
        begun ??= await BeginAsync(folder, cancellation);
        if (await WaitAsync(new Uri(begun.Status), cancellation) is not { } manifest)
        {
            ExportState.Forget(folder);
            throw new ExportException("The server has forgotten the export that was broken off; empty the folder and start again.");
        }

        long resources = 0, faults = 0;
        foreach (ExportFile file in manifest.Files)
        {
            if (manifest.RequiresToken && !request.MayCarryToken(file.Url)) throw new ExportException($"{file.Name} would be had without TLS, and the token with it.");
            long lines = await download.GetAsync(file, folder, manifest.RequiresToken, cancellation);
            if (file.IsFault) faults += lines;
            else resources += lines;
            await messages.WriteLineAsync($"{file.Name}: {lines} resources");
        }

        await EndAsync(new Uri(begun.Status), cancellation);
        ExportState.Forget(folder);
        return new ExportCounts(manifest.Files.Count(file => !file.IsFault), resources, faults, manifest.TransactionTime);
    }

    private async Task<ExportState> BeginAsync(string folder, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await GetAsync(request.Start, "respond-async", cancellation);
        if (response.StatusCode != HttpStatusCode.Accepted) throw new ExportException($"The server does not begin the export: status {(int)response.StatusCode}{await WhyAsync(response, cancellation)}.");
        if (response.Content.Headers.ContentLocation is not { } location) throw new ExportException("The server has begun the export and does not say where its state is asked for.");
        Uri status = location.IsAbsoluteUri ? location : new Uri(request.Start, location);
        if (!request.MayCarryToken(status)) throw new ExportException("The state of the export would be asked for without TLS.");
        var state = new ExportState(request.Start.AbsoluteUri, status.AbsoluteUri);
        state.Write(folder);
        return state;
    }

    /// <summary>The files, once there are; null when the server knows no such export.</summary>
    private async Task<ExportManifest?> WaitAsync(Uri status, CancellationToken cancellation)
    {
        while (true)
        {
            using HttpResponseMessage response = await GetAsync(status, null, cancellation);
            switch (response.StatusCode)
            {
                case HttpStatusCode.OK:
                    return ExportManifest.Read(await ServerCalls.ReadJsonAsync(response, cancellation));
                case HttpStatusCode.Accepted:
                    if (response.Headers.TryGetValues("X-Progress", out IEnumerable<string>? progress)) await messages.WriteLineAsync($"The server says: {string.Join(' ', progress)}");
                    await Task.Delay(calls.PauseAfter(response) ?? UsualPause, time, cancellation);
                    break;
                case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                    return null;
                default:
                    throw new ExportException($"The export has failed: status {(int)response.StatusCode}{await WhyAsync(response, cancellation)}.");
            }
        }
    }

    /// <summary>The server may let go of the files; whether it listens makes no difference any more.</summary>
    private async Task EndAsync(Uri status, CancellationToken cancellation)
    {
        AuthenticationHeaderValue? header = await token.HeaderAsync(cancellation);
        using HttpResponseMessage response = await calls.SendAsync(
            () =>
            {
                var call = new HttpRequestMessage(HttpMethod.Delete, status);
                call.Headers.Authorization = header;
                return call;
            },
            cancellation);
    }

    private async Task<HttpResponseMessage> GetAsync(Uri address, string? prefer, CancellationToken cancellation)
    {
        HttpResponseMessage response = await SendAsync(address, prefer, cancellation);
        if (response.StatusCode != HttpStatusCode.Unauthorized) return response;
        // A token may end before its time; a new one is tried once.
        response.Dispose();
        token.Forget();
        return await SendAsync(address, prefer, cancellation);
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, string? prefer, CancellationToken cancellation)
    {
        AuthenticationHeaderValue? header = await token.HeaderAsync(cancellation);
        return await calls.SendAsync(
            () =>
            {
                var call = new HttpRequestMessage(HttpMethod.Get, address);
                call.Headers.Authorization = header;
                call.Headers.Accept.ParseAdd(prefer is null ? "application/json" : "application/fhir+json");
                if (prefer is not null) call.Headers.Add("Prefer", prefer);
                return call;
            },
            cancellation);
    }

    /// <summary>What an OperationOutcome says, if it is one.</summary>
    private static async Task<string> WhyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            JsonElement json = await ServerCalls.ReadJsonAsync(response, cancellation);
            if (!json.TryGetProperty("issue", out JsonElement issues) || issues.ValueKind != JsonValueKind.Array) return "";
            string[] texts = [.. issues.EnumerateArray().Select(issue => issue.TryGetProperty("diagnostics", out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "").Where(text => text.Length > 0)];
            return texts.Length == 0 ? "" : ": " + string.Join("; ", texts);
        }
        catch (ExportException)
        {
            return "";
        }
    }
}
