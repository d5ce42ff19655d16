using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Cds.Benchmarks;

/// <summary>The floor under every service that reads the bodies: it looks at each token once and answers 2 kB that never change. No part of the product.</summary>
internal static class FloorHost
{
    private static readonly byte[] Answer = [.. JsonSerializer.SerializeToUtf8Bytes(new { cards = Array.Empty<object>(), filling = new string('x', 2000) })];

    /// <summary>Answers <c>POST /floor</c> until it is stopped.</summary>
    public static void Run(string port)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://localhost:" + port);
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.MapPost("/floor", AnswerAsync);
        app.Run();
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        byte[] body = ArrayPool<byte>.Shared.Rent((int)(http.Request.ContentLength ?? 0));
        try
        {
            await http.Request.Body.ReadExactlyAsync(body.AsMemory(0, (int)(http.Request.ContentLength ?? 0)));
            http.Response.StatusCode = Tokens(body.AsSpan(0, (int)(http.Request.ContentLength ?? 0))) > 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = Answer.Length;
            await http.Response.Body.WriteAsync(Answer);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    private static int Tokens(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        int tokens = 0;
        while (reader.Read()) tokens++;
        return tokens;
    }
}
