using System.Text.Json;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>The commands that samples/README.md shows, run as they stand against a server on a free port.</summary>
public sealed class CommandTests(CommandTests.Server server) : IClassFixture<CommandTests.Server>
{
    private const string AddressInReadme = "http://localhost:5080";

    public static TheoryData<string> Lines() => new(SampleReadme.CurlLines);

    [Fact]
    public void There_are_commands_to_try() => Assert.NotEmpty(SampleReadme.CurlLines);

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Command_answers_an_assessment_or_cards(string line)
    {
        Assert.Contains(AddressInReadme, line, StringComparison.Ordinal);
        string output = await ShellCommand.RunAsync(line.Replace(AddressInReadme, server.Address, StringComparison.Ordinal));
        JsonElement answer = JsonDocument.Parse(output).RootElement;
        string member = line.Contains("/cds-services/", StringComparison.Ordinal) ? "cards" : "recommendations";
        Assert.True(answer.TryGetProperty(member, out JsonElement items), output);
        Assert.NotEqual(0, items.GetArrayLength());
    }

    /// <summary>The service on a real socket, its clock at the date of the samples.</summary>
    public sealed class Server : RealService
    {
        public Server()
        {
            UseKestrel(0);
            StartServer();
        }

        public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }
}
