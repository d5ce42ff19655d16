using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Documentation;

/// <summary>A tutorial of "Writing knowledge" with its blocks of changes (<c>diff</c>), commands and what is printed (<c>text</c>).</summary>
internal sealed record Tutorial(IReadOnlyList<Tutorial.Block> Blocks)
{
    public static Tutorial Of(string heading)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "authoring-knowledge.md")).ReplaceLineEndings("\n");
        string[] lines = page.Split($"### {heading}\n")[1].Split("\n### ")[0].Split('\n');
        var blocks = new List<Block>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal)) continue;
            int indent = lines[i].Length - lines[i].TrimStart().Length;
            int end = Array.FindIndex(lines, i + 1, line => line.Trim() == "```");
            blocks.Add(new Block(lines[i].Trim()[3..], [.. lines[(i + 1)..end].Select(line => line.Length >= indent ? line[indent..] : "")]));
            i = end;
        }

        return new Tutorial(blocks);
    }

    /// <summary>Makes the changes of a block in a copy of the repository; what they replace has to stand there as the page says.</summary>
    public void Apply(int block, string copy)
    {
        string? file = null;
        var before = new List<string>();
        var after = new List<string>();
        foreach (string line in Blocks[block].Lines.Append("--- "))
        {
            if (line.StartsWith("--- ", StringComparison.Ordinal))
            {
                if (file is not null) Replace(Path.Combine(copy, file), before, after);
                file = line[4..];
                before.Clear();
                after.Clear();
                continue;
            }

            if (line[0] != '+') before.Add(line[1..]);
            if (line[0] != '-') after.Add(line[1..]);
        }
    }

    private static void Replace(string file, IEnumerable<string> before, IEnumerable<string> after)
    {
        string text = File.ReadAllText(file).ReplaceLineEndings("\n"), old = string.Join('\n', before);
        int place = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(place >= 0, $"{file} does not hold:\n{old}");
        File.WriteAllText(file, text[..place] + string.Join('\n', after) + text[(place + old.Length)..]);
    }

    /// <summary>A fenced block.</summary>
    /// <param name="Language">What stands behind the fence; empty for commands.</param>
    /// <param name="Lines">Its lines, without the indent of the list that it stands in.</param>
    internal sealed record Block(string Language, IReadOnlyList<string> Lines);
}
