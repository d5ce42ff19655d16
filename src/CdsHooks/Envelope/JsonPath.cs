using System.Text;

namespace Cds.CdsHooks.Envelope;

/// <summary>Follows a reader through a body and knows where it is: <c>$.prefetch.labs.entry[3].resource</c>.</summary>
/// <param name="findsDuplicates">Whether names are remembered to find one that its object has twice.</param>
internal sealed class JsonPath(bool findsDuplicates)
{
    private const int LongestName = 60;
    private const int LongestPath = 300;

    private readonly List<Level> _levels = [];

    /// <summary>Objects and arrays that are open. The reader does not count the one that it has just entered.</summary>
    public int Depth => _levels.Count;

    /// <summary>The path of the token that begins at or spans a byte, as far as the body is well-formed and not deeper than the limit: then the path is one deeper.</summary>
    public static JsonPath At(ReadOnlySpan<byte> json, int offset, int maxDepth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth + 1 });
        var path = new JsonPath(findsDuplicates: false);
        try
        {
            while (reader.Read())
            {
                path.Enter(ref reader);
                if (reader.BytesConsumed > offset || path.Depth > maxDepth) break;
            }
        }
        catch (JsonException)
        {
            return path;
        }

        return path;
    }

    /// <summary>Takes note of the next token; false when it is a member name that its object has already.</summary>
    public bool Enter(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Level level = _levels[^1];
                level.Name = Text(ref reader);
                return level.Names is null || level.Names.Add(level.Name);
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _levels.RemoveAt(_levels.Count - 1);
                return true;
            default:
                if (_levels.Count > 0 && _levels[^1].IsArray) _levels[^1].Index++;
                if (reader.TokenType == JsonTokenType.StartObject) _levels.Add(new Level { Names = findsDuplicates ? new HashSet<string>(StringComparer.Ordinal) : null });
                if (reader.TokenType == JsonTokenType.StartArray) _levels.Add(new Level { IsArray = true });
                return true;
        }
    }

    /// <inheritdoc />
    public override string ToString()
    {
        var path = new StringBuilder("$");
        foreach (Level level in _levels)
        {
            if (level.IsArray)
            {
                if (level.Index >= 0) path.Append(CultureInfo.InvariantCulture, $"[{level.Index}]");
            }
            else if (level.Name is not null)
            {
                string name = PlainText.Of(level.Name);
                path.Append('.').Append(name.Length <= LongestName ? name : name[..LongestName]);
            }

            if (path.Length > LongestPath) return path.Append("...").ToString();
        }

        return path.ToString();
    }

    /// <summary>The name as far as it is text: half a surrogate pair stays in its escaped form.</summary>
    private static string Text(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return Encoding.UTF8.GetString(reader.ValueSpan);
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private sealed class Level
    {
        public bool IsArray { get; init; }

        /// <summary>Names met so far; null for an array, and where nobody asks.</summary>
        public HashSet<string>? Names { get; init; }

        public string? Name { get; set; }

        public int Index { get; set; } = -1;
    }
}
