using System.Collections.Frozen;
using System.Text;

namespace Cds.FhirMapping.Validation;

/// <summary>What the codes of issues mean, for readers (<c>input-issues.tsv</c>).</summary>
internal static class IssueTexts
{
    private const string File = "Validation/input-issues.tsv";

    private static readonly FrozenDictionary<string, LocalizedText> Texts = Read();

    /// <summary>Codes that have a text.</summary>
    public static IEnumerable<string> Codes => Texts.Keys;

    /// <summary>The text of a code; one for all that have none of their own.</summary>
    public static LocalizedText Of(string code) => Texts.TryGetValue(code, out LocalizedText? text) ? text : Texts["other"];

    private static FrozenDictionary<string, LocalizedText> Read()
    {
        using Stream stream = typeof(IssueTexts).Assembly.GetManifestResourceStream(File)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split('\t'))
            .ToFrozenDictionary(cells => cells[0], cells => new LocalizedText(cells[1], cells[2]), StringComparer.Ordinal);
    }
}
