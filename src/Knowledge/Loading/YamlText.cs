using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Cds.Knowledge.Loading;

/// <summary>The YAML of a file, parsed but not yet understood. Files are parsed on all processors: it is a quarter of what loading the knowledge costs.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">What its one document holds; null when it is no YAML, or not one document.</param>
/// <param name="Line">Line of what is wrong; 0 when nobody knows it.</param>
/// <param name="Fault">What is wrong with the YAML; null for nothing.</param>
internal sealed record YamlText(KnowledgeFile File, YamlNode? Root, long Line, string? Fault)
{
    /// <summary>Parses some files, in their order.</summary>
    public static YamlText[] ParseAll(IReadOnlyList<KnowledgeFile> files)
    {
        var texts = new YamlText[files.Count];
        Parallel.For(0, files.Count, index => texts[index] = Parse(files[index]));
        return texts;
    }

    /// <summary>Parses one file.</summary>
    public static YamlText Parse(KnowledgeFile file)
    {
        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(file.Text);
            stream.Load(reader);
            return new YamlText(file, stream.Documents is [{ RootNode: { } root }] ? root : null, 0, null);
        }
        catch (YamlException e)
        {
            return new YamlText(file, null, e.Start.Line, $"not valid YAML: {e.Message}");
        }
        catch (InvalidOperationException e)
        {
            // The parser gives up without a position on some broken flow sequences.
            return new YamlText(file, null, 0, $"not valid YAML: {e.Message}");
        }
    }
}
