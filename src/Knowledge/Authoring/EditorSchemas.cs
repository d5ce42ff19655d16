using Cds.Knowledge.Loading.Forms;

namespace Cds.Knowledge.Authoring;

/// <summary>The JSON Schemas by which editors complete and check knowledge files, made of the forms that the readers keep to.</summary>
public static class EditorSchemas
{
    private const string Definitions = "definitions.schema.json";

    /// <summary>Every schema file by its name: one for each kind of knowledge file, and the definitions that they share.</summary>
    public static IReadOnlyDictionary<string, string> Write()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var forms = new SchemaForms(Definitions);
        foreach (ContentFile file in ContentFiles.All)
        {
            files[file.Name + ".schema.json"] = JsonText.Of(
                [("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", file.Title), .. forms.Of(file.Root, fromDefinitions: false)]);
        }

        files[Definitions] = JsonText.Of(
        [
            ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", "Definitions that the schemas of knowledge files share"), ("$defs", forms.Definitions()),
        ]);
        return files;
    }

    /// <summary>The settings of Visual Studio Code that connect the schemas with the files (<c>.vscode/settings.json</c>).</summary>
    public static string WriteEditorSettings() => JsonText.Of(
        [("yaml.schemas", ContentFiles.All.Select(file => ($"docs/schema/{file.Name}.schema.json", (object)Globs(file).ToArray<object>())).ToArray())]);

    /// <summary>Where the files stand; a file that has a schema of its own is taken out of the others of its folder.</summary>
    private static IEnumerable<string> Globs(ContentFile file)
    {
        IEnumerable<string> paths = file.Paths.Concat(ContentFiles.All.TakeWhile(other => other != file).SelectMany(other => other.Paths).Where(file.Includes).Select(path => "!" + path));
        foreach (string path in paths)
        {
            (string not, string name) = path[0] == '!' ? ("!", path[1..]) : ("", path);
            if (!file.IsOfOverlay && !file.IsOfModule) yield return $"{not}src/Knowledge/Content/{name}";
            if (!file.IsOfOverlay) yield return $"{not}src/Knowledge/Content/modules/*/{name}";
            if (!file.IsOfModule) yield return $"{not}**/overlay/{name}";
        }
    }
}
