using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Vignettes;

namespace Cds.Knowledge.Tests.Vignettes;

/// <summary>Every vignette file is a test: patient in, conclusion out.</summary>
public sealed class VignetteTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Cases() =>
        VignetteFiles.All.SelectMany(v => v.Value.Select(vignette => new TheoryDataRow<string, string>(v.Key, vignette.Name)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_patient_gets_the_expected_answers(string file, string name)
    {
        Vignette vignette = VignetteFiles.All[file].Single(v => v.Name == name);
        IReadOnlyList<string> differences = VignetteRunner.Run(Shipped.Knowledge, vignette);
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }
}

/// <summary>The vignette files that ship beside the rules, by their names without extension.</summary>
internal static class VignetteFiles
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Vignette>> All { get; } = VignetteSuite.EmbeddedFiles()
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file.Path), file => new VignetteReader(Shipped.Knowledge).Read(file));
}
