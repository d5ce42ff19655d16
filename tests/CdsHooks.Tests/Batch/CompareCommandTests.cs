using System.Text.Json;
using Cds.CdsHooks.Commands;

namespace Cds.CdsHooks.Tests.Batch;

/// <summary><c>compare</c> says for whom a change matters, before it is made.</summary>
public sealed class CompareCommandTests : IDisposable
{
    private const string AsOf = "2026-11-20";

    private readonly string _folder = Directory.CreateTempSubdirectory("compare-").FullName;

    public CompareCommandTests() => CommandLine.Find(["synthesize", "40", "--as-of", AsOf, "--output", Patients])!(TextWriter.Null);

    private string Patients => Path.Combine(_folder, "bundles.ndjson");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_knowledge_answers_the_same()
    {
        (int exit, string output) = Run("--after", "shipped");
        Assert.Equal(CompareCommand.Same, exit);
        Assert.StartsWith("40 patients compared, 0 answered differently, 0 not readable.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_is_switched_off_is_named_with_the_patients_and_what_they_lose()
    {
        string overlay = Path.Combine(_folder, "overlay");
        Directory.CreateDirectory(Path.Combine(overlay, "recommendations"));
        File.WriteAllText(Path.Combine(overlay, "recommendations", "off.yaml"), "id: prophylaxis.herpes-zoster\ndisabled: true\n");
        string json = Path.Combine(_folder, "changes.json");
        (int exit, string output) = Run("--after", overlay, "--json", json);
        Assert.Equal(CompareCommand.Different, exit);
        JsonElement changes = JsonDocument.Parse(File.ReadAllText(json)).RootElement.GetProperty("changes");
        Assert.All(changes.EnumerateArray(), change =>
        {
            Assert.Equal("prophylaxis.herpes-zoster", change.GetProperty("rule").GetString());
            Assert.Equal("-", change.GetProperty("after").GetString());
            Assert.InRange(change.GetProperty("examples").GetArrayLength(), 1, 3);
            Assert.NotEmpty(change.GetProperty("examples")[0].GetProperty("basisBefore").EnumerateArray());
        });
        Assert.NotEmpty(changes.EnumerateArray());
        Assert.Contains("## prophylaxis.herpes-zoster: ", output, StringComparison.Ordinal);
        Assert.Contains("Patient/synthetic-1-", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_three_patients_of_a_change_are_its_examples_each_with_the_data_that_decide()
    {
        string overlay = Path.Combine(_folder, "overlay");
        Directory.CreateDirectory(Path.Combine(overlay, "recommendations"));
        File.WriteAllText(Path.Combine(overlay, "recommendations", "off.yaml"), "id: bone.dental-check\ndisabled: true\n");
        string json = Path.Combine(_folder, "changes.json"), parallel = Path.Combine(_folder, "parallel.json");
        string output = Run("--after", overlay, "--json", json, "--parallel", "1").Output;
        Run("--after", overlay, "--json", parallel, "--parallel", "4");
        Assert.Equal(File.ReadAllText(json), File.ReadAllText(parallel));
        JsonElement[] changes = [.. JsonDocument.Parse(File.ReadAllText(json)).RootElement.GetProperty("changes").EnumerateArray()];
        Assert.Contains(changes, change => change.GetProperty("patients").GetInt64() > 3);
        Assert.All(changes, change => Assert.Equal(Math.Min(3, change.GetProperty("patients").GetInt64()), change.GetProperty("examples").GetArrayLength()));
        foreach (JsonElement example in changes.SelectMany(change => change.GetProperty("examples").EnumerateArray()))
        {
            string line = output.Split('\n').Single(text => text.Trim().StartsWith($"- {example.GetProperty("patient").GetString()}:", StringComparison.Ordinal));
            Assert.Contains(example.GetProperty("basisBefore")[0].GetProperty("fact").GetString()!, line, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en", "### Herpes zoster prophylaxis (`prophylaxis.herpes-zoster`), patients: ", "Now: does not apply.", "## Rules that were withdrawn", "Examples were decided by: ")]
    [InlineData("ja", "### 帯状疱疹の予防（`prophylaxis.herpes-zoster`）：", "変更後：該当しない。", "## 廃止された規則", "例での判断材料：")]
    public void Release_notes_tell_clinicians_by_rule_for_how_many_what_changes_and_hold_no_data_of_patients(string lang, string heading, string now, string withdrawn, string decided)
    {
        string overlay = Path.Combine(_folder, "overlay"), file = Path.Combine(_folder, "notes.md"), json = Path.Combine(_folder, "changes.json");
        Directory.CreateDirectory(Path.Combine(overlay, "recommendations"));
        File.WriteAllText(Path.Combine(overlay, "recommendations", "off.yaml"), "id: prophylaxis.herpes-zoster\ndisabled: true\n");
        Assert.Equal(CompareCommand.Different, Run("--after", overlay, "--notes", file, "--json", json, "--lang", lang).Exit);
        string notes = File.ReadAllText(file);
        long patients = JsonDocument.Parse(File.ReadAllText(json)).RootElement.GetProperty("changes").EnumerateArray().Sum(change => change.GetProperty("patients").GetInt64());
        Assert.Contains($"{heading}{patients}", notes, StringComparison.Ordinal);
        Assert.Contains(now, notes, StringComparison.Ordinal);
        Assert.Contains(withdrawn, notes, StringComparison.Ordinal);
        Assert.Contains(decided, notes, StringComparison.Ordinal);
        Assert.DoesNotContain("synthetic-1-", notes, StringComparison.Ordinal);
        // No date but the one asked about.
        Assert.DoesNotMatch(@"\d{4}-\d{2}-\d{2}", notes.Replace(AsOf, "", StringComparison.Ordinal));
    }

    [Fact]
    public void Release_notes_name_the_rules_that_are_new_whomever_they_concern()
    {
        string file = Path.Combine(_folder, "notes.md");
        Run("--after", Path.Combine(Samples.Repository.Root, "docs", "examples", "overlay"), "--notes", file);
        Assert.Matches("(?m)^## New rules\n\n(- .*\n)*- .*\\(`example\\.stage`\\)$", File.ReadAllText(file));
    }

    [Fact]
    public void Two_dates_are_compared_with_the_same_knowledge()
    {
        (int exit, string output) = Run("--before", "2026-01-01", "--after", AsOf);
        Assert.Equal(CompareCommand.Different, exit);
        Assert.Contains("Before: 2026-01-01, ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_knowledge_of_another_version_is_read_from_its_folder()
    {
        string content = Path.Combine(Samples.Repository.Root, "src", "Knowledge", "Content");
        Assert.Equal(CompareCommand.Same, Run("--before", content, "--after", "shipped").Exit);
    }

    [Fact]
    public void Patients_that_cannot_be_read_are_counted()
    {
        File.AppendAllText(Patients, "{\n");
        Assert.StartsWith("40 patients compared, 0 answered differently, 1 not readable.", Run("--after", "shipped").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_is_compared_as_its_Bundles_are()
    {
        string bulk = Path.Combine(_folder, "bulk");
        CommandLine.Find(["synthesize", "40", "--as-of", AsOf, "--bulk", bulk])!(TextWriter.Null);
        using var output = new StringWriter();
        CommandLine.Find(["compare", "--before", "2026-01-01", "--after", AsOf, "--input", bulk])!(output);
        static string[] Sorted(string text) => [.. text.Split('\n').Where(line => line.StartsWith("##", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.Equal(Sorted(Run("--before", "2026-01-01", "--after", AsOf).Output), Sorted(output.ToString()));
    }

    [Theory]
    [InlineData("--after", "/nowhere")]
    [InlineData("--after", "shipped", "--as-of", "soon")]
    [InlineData("--after", "shipped", "--lang", "fr")]
    public void What_cannot_be_meant_is_refused(params string[] arguments) => Assert.Equal(CommandLine.WrongUse, CommandLine.Find(["compare", .. arguments])!(TextWriter.Null));

    [Fact]
    public void Broken_knowledge_ends_with_its_own_code()
    {
        string overlay = Directory.CreateDirectory(Path.Combine(_folder, "overlay")).FullName;
        File.WriteAllText(Path.Combine(overlay, "formulary.yaml"), "excluded-drugs:\n  - { drug: nothing, reason: { en: x, ja: y } }\n");
        Assert.Equal(RunEnd.Unusable, Run("--after", overlay).Exit);
    }

    private (int Exit, string Output) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        int exit = CommandLine.Find(["compare", "--input", Patients, "--as-of", AsOf, .. arguments])!(output);
        return (exit, output.ToString());
    }
}
