using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Localization;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Requests;

/// <summary>Finds what is wrong with a body that is not clean JSON, and where. Only bad bodies pay for it, the quick scans aside.</summary>
internal static class JsonFaults
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Problems that the parser would report badly or not at all.</summary>
    public static RequestProblem? FindBeforeParsing(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty) return Malformed(Phrases.EmptyBody, "$");
        if (json.StartsWith(ByteOrderMark)) return Malformed(Phrases.ByteOrderMark, "$");
        return Utf8.IsValid(json) ? null : Malformed(Phrases.InvalidUtf8, "$");
    }

    /// <summary>
    /// An escape such as <c>\ud800</c> without its other half: well-formed for the parser, but no text, and an exception for whoever reads the
    /// string later. In well-formed JSON a backslash occurs inside strings only, so a scan for escapes is enough.
    /// </summary>
    public static RequestProblem? FindLoneSurrogate(ReadOnlySpan<byte> json)
    {
        for (int i = json.IndexOf((byte)'\\'); i >= 0;)
        {
            int length = EscapeLength(json[i..]);
            if (length == 0) return Malformed(Phrases.LoneSurrogate, JsonPath.At(json, i));
            i += length;
            int next = json[i..].IndexOf((byte)'\\');
            i = next < 0 ? -1 : i + next;
        }

        return null;
    }

    /// <summary>Why the parser refused a body: walks it once more, with the place in mind.</summary>
    public static RequestProblem Describe(ReadOnlySpan<byte> json, int maxDepth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        var path = new JsonPath();
        try
        {
            while (reader.Read())
            {
                if (!path.Enter(ref reader)) return new RequestProblem(ProblemKind.DuplicateMember, Phrases.DuplicateMember, path.ToString());
            }
        }
        catch (JsonException exception)
        {
            if (reader.CurrentDepth >= maxDepth)
                return new RequestProblem(ProblemKind.TooDeep, Phrases.TooDeep.With("limit", maxDepth.ToString(CultureInfo.InvariantCulture)), path.ToString());
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
        if (escape[1] != 'u') return simple;
        int first = Hexadecimal(escape);
        if (first is < 0xD800 or > 0xDFFF) return unicode;
        bool isPair = first < 0xDC00 && escape.Length >= 2 * unicode && escape[unicode] == '\\' && escape[unicode + 1] == 'u'
            && Hexadecimal(escape[unicode..]) is >= 0xDC00 and <= 0xDFFF;
        return isPair ? 2 * unicode : 0;
    }

    private static int Hexadecimal(ReadOnlySpan<byte> escape) =>
        int.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static RequestProblem Malformed(LocalizedText detail, string path) => new(ProblemKind.MalformedJson, detail, path);
}
