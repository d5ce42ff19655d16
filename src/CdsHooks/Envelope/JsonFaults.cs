using System.Text.Unicode;

namespace Cds.CdsHooks.Envelope;

/// <summary>Finds what is wrong with a body that is not clean JSON, and where. Only bad bodies pay for it, the quick scans aside.</summary>
internal static class JsonFaults
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Problems that the parser would report badly or not at all.</summary>
    /// <param name="json">The text.</param>
    /// <param name="maxDepth">How deep the place of a problem is looked for.</param>
    public static RequestProblem? FindBeforeParsing(ReadOnlySpan<byte> json, int maxDepth)
    {
        if (json.IsEmpty) return Malformed(Phrases.EmptyBody, "$");
        if (json.StartsWith(ByteOrderMark)) return Malformed(Phrases.ByteOrderMark, "$");
        return Utf8.IsValid(json) ? FindLoneSurrogate(json, maxDepth) : Malformed(Phrases.InvalidUtf8, "$");
    }

    /// <summary>
    /// An escape such as <c>\ud800</c> without its other half: no character, and an exception for whoever reads the string later. In JSON a
    /// backslash occurs inside strings only, so a scan for escapes is enough; what is no escape at all is left to the parser.
    /// </summary>
    private static RequestProblem? FindLoneSurrogate(ReadOnlySpan<byte> json, int maxDepth)
    {
        int i = json.IndexOf((byte)'\\');
        while (i >= 0)
        {
            int length = EscapeLength(json[i..]);
            if (length == 0)
            {
                JsonPath place = JsonPath.At(json, i, maxDepth);
                return place.Depth > maxDepth ? TooDeep(maxDepth, place.ToString()) : Malformed(Phrases.LoneSurrogate, place.ToString());
            }

            i += length;
            int next = i < json.Length ? json[i..].IndexOf((byte)'\\') : -1;
            i = next < 0 ? -1 : i + next;
        }

        return null;
    }

    /// <summary>Why the parser refused a body: walks it once more, with the place in mind.</summary>
    public static RequestProblem Describe(ReadOnlySpan<byte> json, int maxDepth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        var path = new JsonPath(findsDuplicates: true);
        try
        {
            while (reader.Read())
            {
                if (!path.Enter(ref reader)) return new RequestProblem(ProblemKind.DuplicateMember, Phrases.DuplicateMember, path.ToString());
            }
        }
        catch (JsonException exception)
        {
            if (path.Depth >= maxDepth) return TooDeep(maxDepth, path.ToString());
            LocalizedText where = Phrases.MalformedJson
                .With("line", ((exception.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture))
                .With("byte", ((exception.BytePositionInLine ?? 0) + 1).ToString(CultureInfo.InvariantCulture));
            return Malformed(where, path.ToString());
        }

        return Malformed(Phrases.MalformedJson.With("line", "1").With("byte", "1"), path.ToString());
    }

    /// <summary>Length of the escape that begins here; zero when it is half a surrogate pair.</summary>
    private static int EscapeLength(ReadOnlySpan<byte> escape)
    {
        const int simple = 2, unicode = 6;
        if (CodeUnit(escape) is not { } first) return simple;
        if (first is < 0xD800 or > 0xDFFF) return unicode;
        return first < 0xDC00 && escape.Length > unicode && CodeUnit(escape[unicode..]) is >= 0xDC00 and <= 0xDFFF ? 2 * unicode : 0;
    }

    /// <summary>The UTF-16 unit that an escape writes in hexadecimal; null for other escapes and for broken ones.</summary>
    private static int? CodeUnit(ReadOnlySpan<byte> escape) =>
        escape.Length >= 6 && escape[0] == '\\' && escape[1] == 'u'
        && int.TryParse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int unit)
            ? unit
            : null;

    private static RequestProblem TooDeep(int maxDepth, string path) =>
        new(ProblemKind.TooDeep, Phrases.TooDeep.With("limit", maxDepth.ToString(CultureInfo.InvariantCulture)), path);

    private static RequestProblem Malformed(LocalizedText detail, string path) => new(ProblemKind.MalformedJson, detail, path);
}
