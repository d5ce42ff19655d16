using System.Text;

namespace Cds.FhirMapping.Terminology;

/// <summary>
/// A table of <c>tools/terminology</c> that ships inside the assembly: comma separated, a header line, one row per code or word, the last column
/// saying where it was read.
/// </summary>
internal static class TerminologyTable
{
    private const string ResourcePrefix = "terminology/";

    /// <summary>The rows of a table by column name.</summary>
    /// <exception cref="InvalidDataException">A row does not have the columns of the header. The table ships with the program, so this is a build error.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string name)
    {
        using Stream stream = typeof(TerminologyTable).Assembly.GetManifestResourceStream($"{ResourcePrefix}{name}.csv")
            ?? throw new InvalidDataException($"{name}: no such table");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        string[] header = Fields(reader.ReadLine() ?? "");
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (reader.ReadLine() is { } line)
        {
            string[] fields = Fields(line);
            if (fields.Length != header.Length) throw new InvalidDataException($"{name}: {header.Length} columns, but {fields.Length} in: {line}");
            rows.Add(header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>The fields of one line; a quoted field may hold commas and doubled quotes.</summary>
    public static string[] Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        for (int at = 0; at < line.Length; at++)
        {
            char c = line[at];
            if (c == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"') field.Append(line[++at]);
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(c);
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
