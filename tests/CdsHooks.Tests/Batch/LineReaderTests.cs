using System.IO.Compression;
using System.Text;
using Cds.CdsHooks.Batch;

namespace Cds.CdsHooks.Tests.Batch;

/// <summary>Lines are cut within bounded memory; what cannot be had is a line with its place, and what follows is read.</summary>
public sealed class LineReaderTests : IDisposable
{
    private const int Longest = 1000;

    private readonly string _folder = Directory.CreateTempSubdirectory("lines-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a\nb\n")]
    [InlineData("a\nb")]
    [InlineData("a\r\n\r\nb\r\n\n\n")]
    [InlineData("  a \n\tb\t")]
    [InlineData("\uFEFFa\nb")]
    public async Task Lines_come_without_what_stands_around_them(string text) => Assert.Equal(["a", "b"], (await ReadAsync(Encoding.UTF8.GetBytes(text))).Select(l => l.Text));

    [Fact]
    public async Task Places_count_blank_lines_too() => Assert.Equal(["in.ndjson:1", "in.ndjson:4"], (await ReadAsync("a\n\n\nb"u8.ToArray())).Select(l => l.Source));

    [Theory]
    [InlineData(Longest, false)]
    [InlineData(Longest + 1, true)]
    [InlineData(3_000_000, true)]
    public async Task A_line_that_is_too_long_is_named_and_the_next_is_read(int length, bool refused)
    {
        Line[] lines = await ReadAsync(Encoding.ASCII.GetBytes("first\n" + new string('x', length) + "\nlast"));
        Assert.Equal(["in.ndjson:1", "in.ndjson:2", "in.ndjson:3"], lines.Select(l => l.Source));
        Assert.Equal(refused ? "the line is longer than 1000 bytes (Cds:MaxBodyBytes)" : null, lines[1].Fault);
        Assert.Equal("last", lines[2].Text);
    }

    [Fact]
    public async Task A_line_that_is_too_long_at_the_end_is_named_too()
    {
        Line[] lines = await ReadAsync(Encoding.ASCII.GetBytes("first\n" + new string('x', 2_000_000)));
        Assert.Equal(2, lines.Length);
        Assert.NotNull(lines[1].Fault);
    }

    [Fact]
    public async Task An_empty_input_has_no_lines() => Assert.Empty(await ReadAsync([]));

    [Fact]
    public async Task Packed_inputs_are_unpacked()
    {
        Assert.Equal(["a", "b"], (await ReadAsync(Packed("a\nb\n"), ".gz")).Select(l => l.Text));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public async Task A_packed_input_that_was_cut_off_is_an_error_and_not_an_end(double share)
    {
        byte[] packed = Packed(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i * 7919 % 10007}\n")));
        Line[] lines = await ReadAsync(packed[..(int)(packed.Length * share)], ".gz");
        Assert.StartsWith("the input cannot be read any further: ", lines[^1].Fault, StringComparison.Ordinal);
        Assert.Equal($"in.ndjson.gz:{lines.Length}", lines[^1].Source);
        Assert.True(lines.Length > 1000);
    }

    [Fact]
    public async Task What_only_calls_itself_packed_is_an_error() => Assert.NotNull(Assert.Single(await ReadAsync("plain text"u8.ToArray(), ".gz")).Fault);

    [Fact]
    public void Folders_and_globs_name_their_files_in_order()
    {
        foreach (string name in new[] { "b.ndjson", "a.ndjson.gz", "other.json", "bundles.ndjson" }) File.WriteAllText(Path.Combine(_folder, name), "");
        Assert.Equal(["a.ndjson.gz", "b.ndjson", "bundles.ndjson"], BatchInput.Find(_folder).Select(i => i.Name));
        Assert.Equal(["b.ndjson", "bundles.ndjson"], BatchInput.Find(Path.Combine(_folder, "b*")).Select(i => i.Name));
        Assert.Equal("stdin", Assert.Single(BatchInput.Find("-")).Name);
        Assert.Contains("nothing*", Assert.Throws<FileNotFoundException>(() => BatchInput.Find(Path.Combine(_folder, "nothing*"))).Message, StringComparison.Ordinal);
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) packing.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private async Task<Line[]> ReadAsync(byte[] content, string ending = "")
    {
        string file = Path.Combine(_folder, "in.ndjson" + ending);
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        var lines = new List<Line>();
        await foreach (InputLine line in new LineReader(new BatchInput(Path.GetFileName(file), file), Longest).ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(new Line(line.Source, Encoding.UTF8.GetString(line.Bytes.Span), line.Fault));
            line.Dispose();
        }

        return [.. lines];
    }

    private sealed record Line(string Source, string Text, string? Fault);
}
