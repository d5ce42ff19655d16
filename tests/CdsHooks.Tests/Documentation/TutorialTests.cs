using System.Diagnostics;
using Cds.CdsHooks.Commands;
using Cds.CdsHooks.Tests.Samples;
using Cds.Knowledge;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Vignettes;

namespace Cds.CdsHooks.Tests.Documentation;

/// <summary>The tutorials of "Writing knowledge" followed to the letter on a copy: the changes and commands of each are taken out of the page, and what it promises holds.</summary>
public sealed class TutorialTests : IDisposable
{
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("tutorial");
    private readonly StringWriter _output = new();

    public TutorialTests()
    {
        foreach (string folder in new[] { "src/Knowledge/Content", "tools", "fhir-profiles" }) Copy(folder);
    }

    public void Dispose()
    {
        _output.Dispose();
        _copy.Delete(recursive: true);
    }

    [Fact]
    public void Change_a_threshold()
    {
        Tutorial tutorial = Tutorial.Of("Change a threshold");
        Assert.Equal(["diff", "text", "diff"], tutorial.Blocks.Select(block => block.Language));
        tutorial.Apply(0, _copy.FullName);
        Assert.Equal(tutorial.Blocks[1].Lines, Check());
        tutorial.Apply(2, _copy.FullName);
        Assert.Empty(Check());
    }

    [Fact]
    public async Task Add_a_laboratory_fact()
    {
        Tutorial tutorial = Tutorial.Of("Add a laboratory fact");
        Assert.Equal(["", "diff", "", "diff"], tutorial.Blocks.Select(block => block.Language));
        Assert.Equal(0, NewFact.Write(Asked(Assert.Single(tutorial.Blocks[0].Lines)), _copy.FullName, _output));
        Assert.All(Assert.Throws<KnowledgeDefectsException>(Read).Defects, defect => Assert.Contains("still to be filled in", defect.What, StringComparison.Ordinal));
        tutorial.Apply(1, _copy.FullName);
        foreach (string command in tutorial.Blocks[2].Lines) await RunAsync(command);
        Assert.Contains("2276-4", Text("fhir-profiles/valuesets/fact-ferritin.json"), StringComparison.Ordinal);
        Assert.Contains("\"ferritin\"", Text("fhir-profiles/codesystems/fact.json"), StringComparison.Ordinal);
        tutorial.Apply(3, _copy.FullName);
        Assert.Empty(Check());
    }

    [Fact]
    public void Add_an_option()
    {
        Tutorial tutorial = Tutorial.Of("Add an option");
        Assert.Equal(["diff", "diff"], tutorial.Blocks.Select(block => block.Language));
        tutorial.Apply(1, _copy.FullName);
        Assert.NotEmpty(Check());
        tutorial.Apply(0, _copy.FullName);
        Assert.Empty(Check());
    }

    private static NewFactRequest Asked(string command)
    {
        string[] words = command.Split(' ');
        int name = Array.IndexOf(words, "new-fact");
        string? Option(string option) => Array.IndexOf(words, option) is > 0 and var at ? words[at + 1] : null;
        return new NewFactRequest(words[name + 1], Option("--like")!, Option("--unit"), Option("--loinc"), Option("--rule"));
    }

    /// <summary>What <c>check-knowledge</c> says of failing vignettes, for the content of the copy.</summary>
    private IReadOnlyList<string> Check()
    {
        KnowledgeBase knowledge = Read();
        var reader = new VignetteReader(knowledge);
        string folder = Path.Combine(_copy.FullName, "src", "Knowledge", "Content", "vignettes");
        return
        [
            .. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).SelectMany(file => reader.Read(new KnowledgeFile(Path.GetFileName(file), File.ReadAllText(file))))
                .SelectMany(vignette => VignetteRunner.Run(knowledge, vignette).Select(difference => $"{vignette.File}: {vignette.Name}: {difference}")),
        ];
    }

    private KnowledgeBase Read() => KnowledgeBaseReader.Read(
        [.. KnowledgeBaseReader.OverlayFiles(Path.Combine(_copy.FullName, "src", "Knowledge", "Content")).Where(file => !file.Path.StartsWith("vignettes/", StringComparison.Ordinal)).Select(file => file with { Overlay = null })]);

    private string Text(string path) => File.ReadAllText(Path.Combine(_copy.FullName, path));

    private async Task RunAsync(string command)
    {
        string[] words = command.Split(' ');
        using Process process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = _copy.FullName, RedirectStandardOutput = true, RedirectStandardError = true })!;
        string said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said);
    }

    private void Copy(string folder)
    {
        string root = Path.Combine(Repository.Root, folder);
        foreach (string file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(_copy.FullName, folder, Path.GetRelativePath(root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
