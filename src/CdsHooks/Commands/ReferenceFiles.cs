using Cds.Knowledge.Authoring;

namespace Cds.CdsHooks.Commands;

/// <summary><c>write-reference docs</c>: writes what authors look up and what editors complete by, from the forms and kinds that the readers keep to.</summary>
internal static class ReferenceFiles
{
    private const int Written = 0, WrongUse = 2;

    /// <summary>Writes the pages and schemas below the folder of the documentation, and the editor settings beside it.</summary>
    /// <returns>0, or 2 when the folder holds no schemas.</returns>
    public static int Write(string documentation, TextWriter output)
    {
        string schemas = Path.Combine(documentation, "schema");
        if (!Directory.Exists(schemas))
        {
            output.WriteLine($"{schemas} does not exist: name the folder docs of the repository");
            return WrongUse;
        }

        foreach ((string name, string schema) in EditorSchemas.Write()) Write(Path.Combine(schemas, name), schema, output);
        Write(Path.Combine(documentation, "knowledge", "criteria.md"), CriteriaPage.Write(), output);
        Write(Path.Combine(documentation, "knowledge", "members.md"), MembersPage.Write(), output);
        Write(Path.Combine(documentation, "..", ".vscode", "settings.json"), EditorSchemas.WriteEditorSettings(), output);
        return Written;
    }

    private static void Write(string file, string text, TextWriter output)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        output.WriteLine(file);
    }
}
