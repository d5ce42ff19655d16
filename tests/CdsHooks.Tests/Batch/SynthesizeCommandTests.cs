using System.Text.Json;
using Cds.CdsHooks.Commands;

namespace Cds.CdsHooks.Tests.Batch;

/// <summary><c>synthesize</c> writes what <c>batch</c> reads, and Bulk Data as servers export it.</summary>
public sealed class SynthesizeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthesize-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Its_bundles_are_answered_by_batch()
    {
        string bundles = Path.Combine(_folder, "bundles.ndjson"), answers = Path.Combine(_folder, "answers.ndjson");
        Assert.Equal(0, Run("synthesize", "20", "--as-of", "2026-11-20", "--output", bundles));
        Assert.Equal(0, Run("batch", "--input", bundles, "--output", answers, "--as-of", "2026-11-20"));
        Assert.Equal(20, File.ReadLines(answers).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("subject").GetString()).Distinct().Count());
    }

    [Fact]
    public void Bulk_data_has_a_file_for_each_type_and_the_same_resources()
    {
        string bundles = Path.Combine(_folder, "bundles.ndjson"), bulk = Path.Combine(_folder, "bulk");
        Run("synthesize", "20", "--as-of", "2026-11-20", "--output", bundles);
        Assert.Equal(0, Run("synthesize", "20", "--as-of", "2026-11-20", "--bulk", bulk));
        Assert.Equal(20, File.ReadLines(Path.Combine(bulk, "Patient.ndjson")).Count());
        Assert.All(Directory.GetFiles(bulk), file => Assert.All(
            File.ReadLines(file), line => Assert.Equal(Path.GetFileNameWithoutExtension(file), JsonDocument.Parse(line).RootElement.GetProperty("resourceType").GetString())));
        Assert.Equal(
            File.ReadLines(bundles).Sum(line => JsonDocument.Parse(line).RootElement.GetProperty("entry").GetArrayLength()),
            Directory.GetFiles(bulk).Sum(file => File.ReadLines(file).Count()));
    }

    [Theory]
    [InlineData("synthesize")]
    [InlineData("synthesize", "-1")]
    [InlineData("synthesize", "5", "--as-of", "tomorrow")]
    public void Wrong_use_is_refused(params string[] args) => Assert.Equal(CommandLine.WrongUse, Run(args));

    private static int Run(params string[] args) => CommandLine.Find(args)!(TextWriter.Null);
}
