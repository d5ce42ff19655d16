using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Cases;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Microsoft.Extensions.Logging;

namespace Cds.CdsHooks.Tests.Chaos;

/// <summary>
/// Hooks, assessments and feedback with changed structure: each is answered or clearly refused, quickly, and no text of a card holds what could turn its words around. 20,000 calls;
/// <c>tools/chaos.sh</c> sends 200,000 (variable <c>CDS_CHAOS_CALLS</c>).
/// </summary>
public sealed class FuzzTests(RealService service) : IClassFixture<RealService>
{
    private const int Workers = 2;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(50);

    private static readonly int Calls = int.Parse(Environment.GetEnvironmentVariable("CDS_CHAOS_CALLS") ?? "20000", CultureInfo.InvariantCulture);

    public static TheoryData<string, int> Kinds => new()
    {
        { "assessment", 1 }, { "assessment-japanese", 2 }, { "patient-view", 3 }, { "order-select", 4 }, { "order-sign", 5 }, { "feedback", 6 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_call_is_answered_or_clearly_refused(string kind, int seed)
    {
        (string path, JsonNode document) = Good(kind);
        HttpClient client = service.CreateClient();
        Assert.Equal(200, (await client.PostJsonAsync(path, document)).Status);
        var faults = new ConcurrentBag<string>();
        int answered = 0, each = Calls / Kinds.Count / Workers;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            var mutator = new StructureMutator(seed * 100 + worker);
            for (int call = 0; call < each && faults.IsEmpty; call++)
            {
                string body = mutator.Mutate(document);
                long started = Stopwatch.GetTimestamp();
                Answer answer = await client.PostTextAsync(path, body);
                if (Fault(answer, Stopwatch.GetElapsedTime(started)) is { } fault) faults.Add($"{kind}, seed {seed * 100 + worker}, call {call}: {fault}\n{body}\n{answer.Body}");
                if (answer.Status == 200) Interlocked.Increment(ref answered);
            }
        })));
        Assert.True(faults.IsEmpty, $"{string.Join("\n\n", faults)}\n\n{string.Join('\n', service.Log.Entries.Where(entry => entry.Level >= LogLevel.Error).Select(entry => entry.Text))}");
        Assert.True(answered > each * Workers / 20, $"only {answered} of {each * Workers} were answered: the changes destroy too much");
        Assert.Equal(200, (await client.GetAnswerAsync("/feedback/summary")).Status);
        Assert.Equal(200, (await client.GetAnswerAsync("/health/ready")).Status);
    }

    private static string? Fault(Answer answer, TimeSpan taken)
    {
        if (answer.Status != 200 && answer.Status is < 400 or >= 500) return $"status {answer.Status}";
        if (taken > Longest) return $"answered after {taken}";
        if (answer.Body.Length == 0 && answer.Status != 200) return "refused without a word";
        return answer.Body.Length == 0 ? null : TextsOf(answer.Json).Select(FaultOf).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>Direction marks turn words around, control characters are for terminals.</summary>
    private static string? FaultOf(string text)
    {
        foreach (char character in text)
        {
            bool isWrong = character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') || (char.IsControl(character) && character is not ('\n' or '\t' or '\r'));
            if (isWrong) return $"U+{(int)character:X4} in \"{text}\"";
        }

        return null;
    }

    private static IEnumerable<string> TextsOf(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("cards", out JsonElement cards)) yield break;
        foreach (JsonElement card in cards.EnumerateArray())
        {
            yield return card.GetProperty("summary").GetString()!;
            yield return card.GetProperty("detail").GetString()!;
        }
    }

    private static (string Path, JsonNode Document) Good(string kind) => kind switch
    {
        "assessment" => ("/assessments?asOf=2026-11-20", Case("01-new-eligible.json")),
        "assessment-japanese" => ("/assessments?asOf=2026-11-20&lang=ja", Case("31-japanese-local-codes.json")),
        "feedback" => (HookRequests.PatientView + "/feedback", Feedback()),
        _ => ($"/cds-services/myeloma-{kind}?asOf=2026-11-20", JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Samples, "requests", kind + ".json")))!),
    };

    private static JsonNode Case(string file) => JsonNode.Parse(CaseFiles.Read("Shared/" + file))!["bundle"]!;

    private static JsonObject Feedback() => new()
    {
        ["feedback"] = new JsonArray(
            new JsonObject { ["card"] = "4a8c0d52-3f0e-4a53-9b6e-0d9a7f6b1c20", ["outcome"] = "accepted", ["acceptedSuggestions"] = new JsonArray(new JsonObject { ["id"] = "s1" }), ["outcomeTimestamp"] = "2026-11-20T08:15:30Z" },
            new JsonObject
            {
                ["card"] = "4a8c0d52-3f0e-4a53-9b6e-0d9a7f6b1c20",
                ["outcome"] = "overridden",
                ["overrideReason"] = new JsonObject { ["reason"] = new JsonObject { ["code"] = "patient-declined", ["system"] = "https://myeloma-cds.example.org/fhir/CodeSystem/override-reason" }, ["userComment"] = "no" },
                ["outcomeTimestamp"] = "2026-11-20T08:15:30+09:00",
            }),
    };
}
