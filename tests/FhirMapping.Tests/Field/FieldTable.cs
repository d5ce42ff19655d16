using System.Text;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>A table of field cases: one row a case, cells by column name; a cell in quotes may hold commas and doubled quotes; <c>␤</c> is a line break.</summary>
internal static class FieldTable
{
    public static IReadOnlyList<FieldRow> Read(string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Field", name));
        string[] heading = Cells(lines[0]);
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => new FieldRow(heading.Zip(Cells(line)).ToDictionary(p => p.First, p => p.Second)))];
    }

    /// <summary>The ids of a table's rows, as theory data.</summary>
    public static TheoryData<string> Ids(string name) => [.. Read(name).Select(row => row["id"])];

    public static FieldRow Row(string name, string id) => Assert.Single(Read(name), row => row["id"] == id);

    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted) (_, cell) = (Add(cells, cell), new StringBuilder());
            else cell.Append(line[i]);
        }

        Add(cells, cell);
        return [.. cells];
    }

    private static bool Add(List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString().Replace('␤', '\n'));
        return true;
    }
}

/// <summary>One case of a table.</summary>
internal sealed record FieldRow(IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells[column];
}
