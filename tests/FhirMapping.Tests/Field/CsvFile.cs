using System.Text;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>A table of cases: one row a case, the first row names the columns; fields may be quoted.</summary>
internal static class CsvFile
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(params string[] path)
    {
        string[] lines = File.ReadAllLines(Path.Combine([AppContext.BaseDirectory, .. path]));
        List<string> columns = Fields(lines[0]);
        return [.. lines.Skip(1).Where(l => l.Length > 0).Select(line => Row(columns, Fields(line)))];
    }

    private static Dictionary<string, string> Row(List<string> columns, List<string> fields)
    {
        Assert.Equal(columns.Count, fields.Count);
        return columns.Zip(fields).ToDictionary(p => p.First, p => p.Second);
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[++i]);
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) Take();
            else field.Append(c);
        }

        Take();
        return fields;

        void Take()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }
}
