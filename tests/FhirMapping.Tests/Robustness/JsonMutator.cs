using System.Text;

namespace Cds.FhirMapping.Tests.Robustness;

/// <summary>Changes a JSON text in ways that mostly leave it JSON: other values, other kinds, moved and repeated parts, single bytes.</summary>
internal sealed class JsonMutator(int seed)
{
    private static readonly string[] Replacements =
        ["null", "true", "0", "-1", "1e400", "99999999999999999999999999999999", "\"\"", "\"\\ud800\"", "\"2026\"", "\"urn:uuid:x\"", "[]", "{}", "[[]]", "\"<5\"", "\"#\"", "\"Patient/p2\"", "\"陽性\""];

    // A fixed seed: every run sees the same mutations.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);

    public byte[] Mutate(byte[] json)
    {
        byte[] mutated = json;
        int changes = 1 + _random.Next(3);
        for (int i = 0; i < changes; i++)
        {
            mutated = _random.Next(4) switch
            {
                0 => ReplaceValue(mutated),
                1 => RenameMember(mutated),
                2 => ChangeByte(mutated),
                _ => SwapStrings(mutated),
            };
        }

        return mutated;
    }

    private byte[] ReplaceValue(byte[] json)
    {
        (int start, int end) = StringAt(json, afterColon: true);
        return start < 0 ? json : [.. json[..start], .. Encoding.UTF8.GetBytes(Replacements[_random.Next(Replacements.Length)]), .. json[end..]];
    }

    private byte[] RenameMember(byte[] json)
    {
        (int start, int end) = StringAt(json, afterColon: false);
        (int otherStart, int otherEnd) = StringAt(json, afterColon: false);
        return start < 0 || otherStart < 0 ? json : [.. json[..start], .. json[otherStart..otherEnd], .. json[end..]];
    }

    private byte[] SwapStrings(byte[] json)
    {
        (int start, int end) = StringAt(json, afterColon: true);
        (int otherStart, int otherEnd) = StringAt(json, afterColon: true);
        return start < 0 || otherStart < 0 ? json : [.. json[..start], .. json[otherStart..otherEnd], .. json[end..]];
    }

    private byte[] ChangeByte(byte[] json)
    {
        byte[] changed = [.. json];
        int at = _random.Next(changed.Length);
        changed[at] = (byte)(_random.Next(2) == 0 ? '0' + _random.Next(10) : 'a' + _random.Next(26));
        return changed;
    }

    /// <summary>Start and end of a quoted string near a random place: a value (after a colon) or a member name.</summary>
    private (int Start, int End) StringAt(byte[] json, bool afterColon)
    {
        for (int attempt = 0; attempt < 20; attempt++)
        {
            int start = Array.IndexOf(json, (byte)'"', _random.Next(json.Length));
            if (start < 0) continue;
            int end = Array.IndexOf(json, (byte)'"', start + 1);
            if (end < 0) continue;
            int before = start - 1;
            while (before >= 0 && json[before] is (byte)' ' or (byte)'\n') before--;
            if ((before >= 0 && json[before] == (byte)':') == afterColon) return (start, end + 1);
        }

        return (-1, -1);
    }
#pragma warning restore CA5394
}
