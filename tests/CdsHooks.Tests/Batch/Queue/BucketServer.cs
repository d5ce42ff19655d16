using System.Collections.Concurrent;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cds.CdsHooks.Tests.Batch.Queue;

/// <summary>An S3-compatible object store with one bucket: it verifies the signature (version 4) of every call and the hash of every body, and lists two names a page.</summary>
internal sealed class BucketServer : IAsyncDisposable
{
    public const string Bucket = "register", AccessKey = "AKIATESTS";

    private const string SecretKey = "secret-of-the-tests";
    private const int NamesOfPage = 2;

    private LocalServer _server = null!;

    /// <summary>The objects by their keys.</summary>
    public ConcurrentDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    public string Url => _server.Url;

    public IEnumerable<SeenRequest> Seen => _server.Requests;

    /// <summary>Breaks the connection off in the middle of an object so many times.</summary>
    public int BreaksOff { get; set; }

    public static async Task<BucketServer> StartAsync()
    {
        var server = new BucketServer();
        server._server = await LocalServer.StartAsync(server.AnswerAsync);
        return server;
    }

    /// <summary>What the environment of a client says.</summary>
    public static Dictionary<string, string> Environment(string? secret = null) => new(StringComparer.Ordinal)
    {
        ["AWS_ACCESS_KEY_ID"] = AccessKey, ["AWS_SECRET_ACCESS_KEY"] = secret ?? SecretKey, ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        string path = Uri.UnescapeDataString(context.Request.Path.Value!), key = path.Length > Bucket.Length + 2 ? path[(Bucket.Length + 2)..] : "";
        if (!IsSigned(context.Request, body.ToArray())) await FaultAsync(context, 403, "SignatureDoesNotMatch");
        else if (!path.StartsWith($"/{Bucket}", StringComparison.Ordinal)) await FaultAsync(context, 404, "NoSuchBucket");
        else if (key.Length == 0) await ListAsync(context);
        else if (context.Request.Method == "PUT") Objects[key] = body.ToArray();
        else if (context.Request.Method == "DELETE") Delete(context, key);
        else if (Objects.TryGetValue(key, out byte[]? found)) await ObjectAsync(context, found);
        else await FaultAsync(context, 404, "NoSuchKey");
    }

    private void Delete(HttpContext context, string key)
    {
        Objects.TryRemove(key, out _);
        context.Response.StatusCode = 204;
    }

    private async Task ObjectAsync(HttpContext context, byte[] bytes)
    {
        context.Response.ContentLength = bytes.Length;
        if (BreaksOff == 0)
        {
            await context.Response.Body.WriteAsync(bytes);
            return;
        }

        BreaksOff--;
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private Task ListAsync(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        string[] left = [.. Objects.Keys.Where(key => key.StartsWith(query["prefix"].ToString(), StringComparison.Ordinal)).Order(StringComparer.Ordinal).Where(key => string.CompareOrdinal(key, query["continuation-token"].ToString()) > 0)];
        string[] page = left[..Math.Min(NamesOfPage, left.Length)];
        bool isCut = left.Length > page.Length;
        string contents = string.Concat(page.Select(key => $"<Contents><Key>{SecurityElement.Escape(key)}</Key><Size>{Objects[key].Length}</Size></Contents>"));
        return XmlAsync(context, $"<ListBucketResult><Name>{Bucket}</Name><IsTruncated>{(isCut ? "true" : "false")}</IsTruncated>{(isCut ? $"<NextContinuationToken>{page[^1]}</NextContinuationToken>" : "")}{contents}</ListBucketResult>");
    }

    private static Task FaultAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        return XmlAsync(context, $"<Error><Code>{code}</Code><Message>{code}</Message></Error>");
    }

    private static Task XmlAsync(HttpContext context, string xml)
    {
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
    }

    /// <summary>Signature version 4 as its specification has it: credential, date and signed headers over method, path, query, headers and the hash of the body.</summary>
    private static bool IsSigned(HttpRequest request, byte[] body)
    {
        Dictionary<string, string> given = request.Headers.Authorization.ToString().Replace("AWS4-HMAC-SHA256 ", "", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        if (!given.TryGetValue("Credential", out string? credential) || !credential.StartsWith(AccessKey + "/", StringComparison.Ordinal)) return false;
        string hash = Hex(SHA256.HashData(body));
        if (request.Headers["x-amz-content-sha256"] != hash) return false;
        string[] target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?', 2), scope = credential.Split('/')[1..];
        string query = string.Join('&', (target.Length > 1 ? target[1] : "").Split('&').Order(StringComparer.Ordinal));
        string headers = string.Concat(given["SignedHeaders"].Split(';').Select(name => $"{name}:{request.Headers[name].ToString().Trim()}\n"));
        string canonical = $"{request.Method}\n{target[0]}\n{query}\n{headers}\n{given["SignedHeaders"]}\n{hash}";
        string text = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{string.Join('/', scope)}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        byte[] key = scope.Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), (signing, part) => HMACSHA256.HashData(signing, Encoding.UTF8.GetBytes(part)));
        return given["Signature"] == Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
