using Cds.CdsHooks.Commands;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Vignettes;

namespace Cds.CdsHooks.Tests.Commands;

/// <summary><c>--new-fact</c> writes the places that a laboratory fact needs; what is not filled in never passes a check.</summary>
public sealed class NewFactTests : IDisposable
{
    private static readonly NewFactRequest Ferritin = new("ferritin", "ldh", "ug/L", "2276-4", "staging.iss");

    private readonly DirectoryInfo _repository = Directory.CreateTempSubdirectory("new-fact");
    private readonly StringWriter _output = new();

    public NewFactTests()
    {
        foreach (KnowledgeFile file in KnowledgeBaseReader.EmbeddedFiles().Where(f => f.Path.StartsWith("facts/", StringComparison.Ordinal))) Put("src/Knowledge/Content/" + file.Path, file.Text);
        foreach (KnowledgeFile file in VignetteSuite.EmbeddedFiles().Where(f => f.Path.EndsWith("staging.iss.yaml", StringComparison.Ordinal)))
            Put("src/Knowledge/Content/vignettes/staging.iss.yaml", file.Text);
        Put("tools/terminology/further.csv", "set,system,code,name,source\n");
    }

    public void Dispose()
    {
        _output.Dispose();
        _repository.Delete(recursive: true);
    }

    [Fact]
    public void The_entry_stands_beside_the_fact_that_is_alike_with_its_windows()
    {
        Assert.Equal(0, NewFact.Write(Ferritin, _repository.FullName, _output));
        string entry = Facts[Facts.IndexOf("- id: ferritin", StringComparison.Ordinal)..];
        Assert.Contains("kind: quantity", entry, StringComparison.Ordinal);
        Assert.Contains("unit: ug/L", entry, StringComparison.Ordinal);
        // The windows are those of the file, which both facts stand in.
        Assert.DoesNotContain("days", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("upper-limit", entry, StringComparison.Ordinal);
        Assert.Contains("fact-ferritin,LOINC,2276-4,FILL IN", Text("tools/terminology/further.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_to_be_filled_in_is_listed_with_file_and_line()
    {
        NewFact.Write(Ferritin, _repository.FullName, _output);
        int line = Facts.Split('\n').ToList().FindIndex(l => l.Contains("FILL IN", StringComparison.Ordinal)) + 1;
        Assert.Contains($"  {line}: title: {{ en: \"FILL IN: name as cards print it\"", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("build-valuesets.py", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_is_not_filled_in_never_passes()
    {
        NewFact.Write(Ferritin, _repository.FullName, _output);
        string[] defects = [.. Assert.Throws<KnowledgeDefectsException>(() => Read(Facts)).Defects.Select(d => d.What)];
        Assert.Equal(
            [
                "'en' is still to be filled in: name as cards print it", "'ja' is still to be filled in: 日本語名",
                "'plausible' is still to be filled in: [lowest, highest] value that can be true; above and below it is reported and not used",
            ],
            defects);
    }

    [Fact]
    public void Filled_in_it_passes()
    {
        NewFact.Write(Ferritin, _repository.FullName, _output);
        string filled = Facts.Replace("\"FILL IN: name as cards print it\"", "ferritin", StringComparison.Ordinal).Replace("\"FILL IN: 日本語名\"", "フェリチン", StringComparison.Ordinal)
            .Replace("\"FILL IN: [lowest, highest] value that can be true; above and below it is reported and not used\"", "[1, 100000]", StringComparison.Ordinal);
        Assert.Equal("ug/L", Read(filled).Facts["ferritin"].Unit);
    }

    [Fact]
    public void A_vignette_to_fill_in_is_added_to_those_of_the_rule()
    {
        NewFact.Write(Ferritin, _repository.FullName, _output);
        string vignettes = Text("src/Knowledge/Content/vignettes/staging.iss.yaml");
        Assert.Contains("- { fact: ferritin, value: \"FILL IN: value\", unit: ug/L, date: 2026-11-10 }", vignettes, StringComparison.Ordinal);
        Assert.Contains("staging.iss: { value: \"FILL IN", vignettes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the fact 'albumin' exists", "albumin", "ldh", null)]
    [InlineData("there is no fact 'nothing' to be like", "ferritin", "nothing", null)]
    [InlineData("there are no vignettes in", "ferritin", "ldh", "nothing")]
    [InlineData("'Ferritin' is no id", "Ferritin", "ldh", null)]
    public void What_does_not_fit_is_refused_and_nothing_is_written(string says, string id, string like, string? rule)
    {
        string before = Facts;
        Assert.Equal(1, NewFact.Write(new NewFactRequest(id, like, Rule: rule), _repository.FullName, _output));
        Assert.Contains(says, _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, Facts);
        Assert.Equal("set,system,code,name,source\n", Text("tools/terminology/further.csv"));
    }

    [Fact]
    public void The_same_id_twice_is_refused()
    {
        NewFact.Write(Ferritin, _repository.FullName, _output);
        Assert.Equal(1, NewFact.Write(Ferritin, _repository.FullName, _output));
    }

    private string Facts => Text("src/Knowledge/Content/facts/chemistry.yaml");

    private static Knowledge.KnowledgeBase Read(string chemistry) =>
        KnowledgeBaseReader.Read([.. KnowledgeBaseReader.EmbeddedFiles().Select(f => f.Path == "facts/chemistry.yaml" ? f with { Text = chemistry } : f)]);

    private string Text(string path) => File.ReadAllText(Path.Combine(_repository.FullName, path));

    private void Put(string path, string text)
    {
        string file = Path.Combine(_repository.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
