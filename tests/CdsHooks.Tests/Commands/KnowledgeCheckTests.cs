using Cds.CdsHooks.Commands;

namespace Cds.CdsHooks.Tests.Commands;

/// <summary><c>check-knowledge</c> is what a hospital's pipeline runs: it tells everything and fails when anything is wrong.</summary>
public sealed class KnowledgeCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("overlay-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_ships_passes()
    {
        (int exit, string output) = Run();
        Assert.Equal(0, exit);
        Assert.Contains(" 0 failed", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Defects_are_listed_with_file_and_line_and_fail_the_run()
    {
        File.WriteAllText(Path.Combine(_folder, "formulary.yaml"), "excluded-drugs:\n  - { drug: nothing, reason: { en: x, ja: y } }\n");
        (int exit, string output) = Run(_folder);
        Assert.Equal(1, exit);
        Assert.Contains("formulary.yaml:2: unknown drug 'nothing'", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_of_the_site_are_checked_and_counted()
    {
        string file = Path.Combine(_folder, "codes.json");
        File.WriteAllText(file, """{"resourceType":"ValueSet","id":"fact-albumin","compose":{"include":[{"system":"https://h.example","concept":[{"code":"A"}]}]}}""");
        (int exit, string output) = Run(_folder);
        Assert.Equal(0, exit);
        Assert.Contains("Local codes: 1", output, StringComparison.Ordinal);

        File.WriteAllText(file, """{"resourceType":"ValueSet","id":"fact-nothing","compose":{}}""");
        (exit, output) = Run(_folder);
        Assert.Equal(1, exit);
        Assert.Contains($"{file}: $.id: 'fact-nothing' names nothing", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_overlay_with_its_codes_passes()
    {
        (int exit, string output) = Run(Path.Combine(Samples.Repository.Root, "docs", "examples", "overlay"));
        Assert.Equal(0, exit);
        Assert.Contains("Local codes: 4", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-11-30", false)]
    [InlineData("2027-12-01", true)]
    public void Approvals_that_nobody_looked_up_for_a_year_are_a_warning_and_no_failure(string today, bool warned)
    {
        using var output = new StringWriter();
        Assert.Equal(0, KnowledgeCheck.Run(null, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), output));
        Assert.Equal(warned, output.ToString().Contains(
            "Warning: nobody has looked up this approval for a year: daratumumab.smouldering (jp), last checked 2026-11-30", StringComparison.Ordinal));
    }

    [Fact]
    public void A_vignette_that_is_not_met_fails_the_run_and_says_what_differs()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "vignettes"));
        File.WriteAllText(Path.Combine(_folder, "vignettes", "own.yaml"), """
            - name: nobody knows the stage
              asOf: 2026-11-20
              conditions: [ { condition: multiple-myeloma } ]
              expect: { staging.iss: { value: I } }
            """);
        (int exit, string output) = Run(_folder);
        Assert.Equal(1, exit);
        Assert.Contains("nobody knows the stage: staging.iss: value is open", output, StringComparison.Ordinal);
        Assert.Contains(" 1 failed", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formulary_does_not_break_the_vignettes_that_ship()
    {
        File.WriteAllText(Path.Combine(_folder, "formulary.yaml"), "excluded-drugs: [ { drug: carfilzomib, reason: { en: not adopted, ja: 未採用 } } ]");
        Assert.Equal(0, Run(_folder).Exit);
    }

    [Fact]
    public void A_folder_that_does_not_exist_fails_the_run() => Assert.Equal(1, Run(Path.Combine(_folder, "nowhere")).Exit);

    private static (int Exit, string Output) Run(params string[] folder)
    {
        using var output = new StringWriter();
        int exit = CommandLine.Find(["check-knowledge", .. folder])!(output);
        return (exit, output.ToString());
    }
}
