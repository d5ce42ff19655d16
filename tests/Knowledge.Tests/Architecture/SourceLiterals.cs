using System.Text.RegularExpressions;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Architecture;

/// <summary>The string literals of C# sources: plain, verbatim, raw and the text of interpolated ones; never what stands in comments.</summary>
internal static partial class SourceLiterals
{
    /// <summary>Every literal of the sources under a folder, with the file relative to the repository.</summary>
    public static IEnumerable<(string File, string Text)> Under(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetRelativePath(Repository.Root, file).Replace(Path.DirectorySeparatorChar, '/');
            if (name.Contains("/obj/", StringComparison.Ordinal) || name.Contains("/bin/", StringComparison.Ordinal)) continue;
            foreach (string text in Of(File.ReadAllText(file))) yield return (name, text);
        }
    }

    /// <summary>The literals of a source, in order. Comments and characters are matched first, so that quotes in them open nothing.</summary>
    public static IEnumerable<string> Of(string source) => Tokens().Matches(source)
        .Select(token => token.Groups["text"])
        .Where(text => text.Success)
        .Select(text => text.Value);

    [GeneratedRegex(
        """""
        //[^\n]* | /\*.*?\*/ | '(?:\\.[^']*|[^'\\])'
        | (?<quotes>"{3,})(?<text>.*?)(?<!")\k<quotes>(?!")
        | \$?@\$?"(?<text>(?:""|[^"])*)"
        | "(?<text>(?:\\.|[^"\\\n])*)"
        """"",
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();
}
