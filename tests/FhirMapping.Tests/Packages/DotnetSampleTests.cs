namespace Cds.FhirMapping.Tests.Packages;

/// <summary>The sample for .NET developers does what the readme of the package shows.</summary>
public sealed class DotnetSampleTests
{
    [Fact]
    public async Task The_sample_prints_the_stage_and_what_is_due()
    {
        string sample = Path.Combine(AppContext.BaseDirectory, "AssessPatient.dll");
        string printed = await DotnetCommand.Run("exec", sample, RepositoryRoot.PathOf("samples/newly-diagnosed-transplant-eligible.json"), "2026-11-20");
        string[] lines = printed.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("ISS stage: stage III", lines);
        Assert.Contains("R-ISS stage: stage III", lines);
        Assert.Contains("due: No recent dental check recorded: refer to a dentist before denosumab or zoledronic acid.", lines);
        Assert.Equal(5, lines.Count(line => line.StartsWith("due: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_the_data_for_a_stage_the_sample_says_what_is_missing()
    {
        string sample = Path.Combine(AppContext.BaseDirectory, "AssessPatient.dll");
        string printed = await DotnetCommand.Run("exec", sample, RepositoryRoot.PathOf("samples/sparse-data.json"), "2026-11-20");
        Assert.Contains("ISS stage: open, missing albumin", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_of_the_package_shows_the_sample_as_it_is()
    {
        string readme = File.ReadAllText(RepositoryRoot.PathOf("src/FhirMapping/README.md")).ReplaceLineEndings("\n");
        string program = File.ReadAllText(RepositoryRoot.PathOf("samples/dotnet/Program.cs")).ReplaceLineEndings("\n");
        Assert.Contains($"```csharp\n{program}```\n", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_assesses_in_ten_statements_or_fewer()
    {
        string program = File.ReadAllText(RepositoryRoot.PathOf("samples/dotnet/Program.cs"));
        Assert.InRange(program.Split('\n').Count(line => line.EndsWith(';') && !line.StartsWith("using ", StringComparison.Ordinal)), 1, 10);
    }
}
