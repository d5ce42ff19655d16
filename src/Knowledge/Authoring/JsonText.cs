using System.Text;

namespace Cds.Knowledge.Authoring;

/// <summary>JSON in the layout of the schema files: members and items on lines of their own, one space deeper each level.</summary>
internal static class JsonText
{
    /// <summary>An object by its members, which are objects, lists (<c>object[]</c>), texts, flags or numbers.</summary>
    public static string Of((string, object)[] members) => Json(members, 0) + "\n";

    private static string Json(object value, int depth) => value switch
    {
        (string, object)[] members => Lines('{', members.Select(m => $"{Quoted(m.Item1)}: {Json(m.Item2, depth + 1)}"), '}', depth),
        object[] items => Lines('[', items.Select(item => Json(item, depth + 1)), ']', depth),
        string text => Quoted(text),
        bool flag => flag ? "true" : "false",
        _ => FormattableString.Invariant($"{value}"),
    };

    private static string Quoted(string text) => '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    private static string Lines(char open, IEnumerable<string> parts, char close, int depth) =>
        new StringBuilder().Append(open).Append('\n').AppendJoin(",\n", parts.Select(part => new string(' ', depth + 1) + part)).Append('\n').Append(' ', depth).Append(close).ToString();
}
