using Cds.Knowledge.Authoring;

namespace Cds.CdsHooks.Commands;

/// <summary><c>write-reference docs</c>: writes what authors look criteria up in, the page and the editor schema, from the kinds of criteria.</summary>
internal static class ReferenceFiles
{
    private const int Written = 0, WrongUse = 2;

    /// <summary>Writes both files below the folder of the documentation.</summary>
    /// <returns>0, or 2 when the folder holds no schema.</returns>
    public static int Write(string documentation, TextWriter output)
    {
        string schema = Path.Combine(documentation, "schema", "definitions.schema.json");
        string page = Path.Combine(documentation, "knowledge", "criteria.md");
        if (!File.Exists(schema))
        {
            output.WriteLine($"{schema} does not exist: name the folder docs of the repository");
            return WrongUse;
        }

        File.WriteAllText(schema, CriterionSchema.Write(File.ReadAllText(schema)));
        Directory.CreateDirectory(Path.GetDirectoryName(page)!);
        File.WriteAllText(page, CriteriaPage.Write());
        output.WriteLine(schema);
        output.WriteLine(page);
        return Written;
    }
}
