using Cds.CdsHooks.Commands;

namespace Cds.CdsHooks.Tests.Commands;

/// <summary>One program, several commands; the service is the one that is meant when none is named, and the switches of earlier versions work.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("serve")]
    [InlineData("serve", "--Cds:MaxCards=5")]
    [InlineData("--Cds:MaxCards=5")]
    [InlineData("--urls", "http://localhost:1")]
    [InlineData("Cds:MaxCards=5")]
    public void The_service_runs_when_no_other_command_is_named(params string[] args) => Assert.Null(CommandLine.Find(args));

    [Theory]
    [InlineData("--Cds:Url")]
    [InlineData("serve", "--Cds:Url")]
    [InlineData("--Cds:Url", "--Cds:MaxCards=5")]
    [InlineData("batch", "--input", "-", "--Cds:Url")]
    public void A_setting_without_a_value_is_named(params string[] args)
    {
        using var output = new StringWriter();
        Assert.Equal(CommandLine.WrongUse, CommandLine.Find(args)!(output));
        Assert.Equal("--Cds:Url: the value is missing (--Cds:Url=...).", output.ToString().TrimEnd());
    }

    [Fact]
    public void A_setting_may_stand_apart_from_its_value() => Assert.Null(CommandLine.Find(["--Cds:Url", "http://localhost:1"]));

    [Fact]
    public void Settings_of_the_service_stand_behind_its_name() =>
        Assert.Equal(["--Cds:MaxCards=5"], CommandLine.SettingsOfServe(["serve", "--Cds:MaxCards=5"]));

    [Fact]
    public void Settings_without_a_command_stay_as_they_are() => Assert.Equal(["--Cds:MaxCards=5"], CommandLine.SettingsOfServe(["--Cds:MaxCards=5"]));

    [Fact]
    public void Every_command_is_listed_with_a_sentence()
    {
        (int exit, string output) = Run("--help");
        Assert.Equal(0, exit);
        Assert.All(
            ["serve ", "check-knowledge ", "map-report ", "write-coverage ", "write-reference ", "new-fact ", "batch ", "compare ", "synthesize ", "export ", "worker "],
            command => Assert.Matches($@"(?m)^  {command}.*\.$", output));
    }

    [Theory]
    [InlineData("--check-knowledge", "--help")]
    [InlineData("--map-report", "--help")]
    [InlineData("--write-coverage", "--help")]
    [InlineData("--write-reference", "--help")]
    [InlineData("--new-fact", "--help")]
    public void Switches_of_earlier_versions_mean_the_command_of_the_same_name(string earlier, string help)
    {
        (int exit, string output) = Run(earlier, help);
        Assert.Equal(0, exit);
        Assert.Contains($" {earlier[2..]} ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Required argument missing for command: 'write-coverage'.", "write-coverage")]
    [InlineData("Unrecognized command or argument 'b'.", "check-knowledge", "a", "b")]
    [InlineData("Option '--like' is required.", "new-fact", "ferritin")]
    [InlineData("check-knowledge\n", "check-knowlege")]
    [InlineData("--parallel: 1 to 256 are allowed.", "batch", "--parallel", "0")]
    public void Wrong_use_says_what_is_wrong_and_shows_the_usage(string says, params string[] args)
    {
        (int exit, string output) = Run(args);
        Assert.Equal(CommandLine.WrongUse, exit);
        Assert.Contains(says, output, StringComparison.Ordinal);
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
    }

    private static (int Exit, string Output) Run(params string[] args)
    {
        using var output = new StringWriter();
        int exit = CommandLine.Find(args)!(output);
        return (exit, output.ToString());
    }
}
