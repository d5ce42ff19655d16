using System.Text.Json;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Documentation;

/// <summary>What the README shows is what the service does.</summary>
public sealed partial class ReadmeTests(CommandTests.Server server) : IClassFixture<CommandTests.Server>
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    private static string[] Commands => [.. Text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("curl ", StringComparison.Ordinal))];

    [Fact]
    public async Task The_first_card_of_the_readme_is_answered()
    {
        JsonElement shown = Blocks("\"summary\"").Single();
        JsonElement card = (await RunAsync("/cds-services/")).GetProperty("cards").EnumerateArray().Single(card => Id(card) == Id(shown));
        foreach (string member in new[] { "summary", "indicator", "selectionBehavior" }) Assert.Equal(shown.GetProperty(member).GetString(), card.GetProperty(member).GetString());
        Assert.Equal(shown.GetProperty("suggestions")[0].GetProperty("label").GetString(), card.GetProperty("suggestions")[0].GetProperty("label").GetString());
        Assert.All(shown.GetProperty("detail").GetString()!.Split("...", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            part => Assert.Contains(part.Trim('|', ' '), card.GetProperty("detail").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_conclusion_of_the_readme_is_answered()
    {
        JsonElement shown = Blocks("\"possible\"").Single();
        JsonElement conclusion = (await RunAsync("/assessments")).GetProperty("conclusions").EnumerateArray()
            .Single(conclusion => conclusion.GetProperty("id").GetString() == shown.GetProperty("id").GetString());
        foreach (JsonProperty member in shown.EnumerateObject()) Assert.True(JsonElement.DeepEquals(member.Value, conclusion.GetProperty(member.Name)), member.Name);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("SECURITY.md")]
    [InlineData("docs/architecture.md")]
    [InlineData("docs/integrate.md")]
    [InlineData("docs/clinical-safety.md")]
    [InlineData("docs/settings.md")]
    [InlineData("docs/contract/reading.md")]
    [InlineData("docs/contract/answers.md")]
    [InlineData("docs/integrate/register.md")]
    [InlineData("docs/integrate/keys.md")]
    [InlineData("docs/integrate/prefetch.md")]
    [InlineData("docs/integrate/scopes.md")]
    [InlineData("docs/integrate/local-codes.md")]
    [InlineData("docs/integrate/feedback.md")]
    [InlineData("docs/integrate/logging.md")]
    [InlineData("docs/integrate/sandbox.md")]
    [InlineData("docs/integrate/smart.md")]
    [InlineData("docs/integrate/browser-app.md")]
    [InlineData("docs/integrate/go-live.md")]
    [InlineData("docs/operate/deploy.md")]
    [InlineData("docs/operate/monitoring.md")]
    public void Links_lead_somewhere(string file)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, file))!;
        foreach (Match link in Link().Matches(File.ReadAllText(Path.Combine(Repository.Root, file))))
        {
            string target = Path.Combine(folder, link.Groups["target"].Value);
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{file}: {link.Groups["target"].Value}");
        }
    }

    [Fact]
    public void Every_kind_of_problem_is_described()
    {
        string errors = File.ReadAllText(Path.Combine(Repository.Root, "docs", "integrate.md"));
        foreach (var kind in Cds.CdsHooks.Errors.ProblemKind.All.Where(kind => kind.Slug != "bad-request")) Assert.Contains($"`{kind.Slug}`", errors, StringComparison.Ordinal);
    }

    private async Task<JsonElement> RunAsync(string route)
    {
        string command = Commands.Single(command => command.Contains(route, StringComparison.Ordinal));
        return JsonDocument.Parse(await ShellCommand.RunAsync(command.Replace("http://localhost:5080", server.Address, StringComparison.Ordinal))).RootElement;
    }

    private static IEnumerable<JsonElement> Blocks(string containing) => Block().Matches(Text)
        .Select(block => block.Groups["json"].Value).Where(json => json.Contains(containing, StringComparison.Ordinal))
        .Select(json => JsonDocument.Parse(json).RootElement);

    private static string? Id(JsonElement card) => card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").GetProperty("id").GetString();

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\((?<target>(?!https?:)[^)#]+)[^)]*\)")]
    private static partial Regex Link();
}
