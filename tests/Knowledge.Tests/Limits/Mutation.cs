using System.Globalization;
using System.Text.RegularExpressions;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>A limit changed by one step of its last printed digit, or its operator by the other one of the same direction.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Index">Place of the change in the file's text.</param>
/// <param name="Length">How many characters are replaced.</param>
/// <param name="Replacement">What stands there instead.</param>
internal sealed partial record Mutation(Limit Limit, long Index, int Length, string Replacement)
{
    private static readonly Dictionary<string, string> OtherOperator = new()
    {
        ["lt"] = "lte", ["lte"] = "lt", ["gt"] = "gte", ["gte"] = "gt",
        ["dose-lt"] = "dose-lte", ["dose-lte"] = "dose-lt", ["dose-gt"] = "dose-gte", ["dose-gte"] = "dose-gt",
    };

    public static IEnumerable<Mutation> Of(Limit limit)
    {
        string number = Number().Match(limit.Text).Value;
        int decimals = number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        decimal step = new(1, 0, 0, false, (byte)decimals);
        foreach (decimal by in new[] { step, -step })
        {
            decimal changed = decimal.Parse(number, CultureInfo.InvariantCulture) + by;
            yield return new Mutation(limit, limit.TextIndex, number.Length, changed.ToString(CultureInfo.InvariantCulture));
        }

        if (limit.KeyIndex is { } key && OtherOperator.TryGetValue(limit.Key, out string? other)) yield return new Mutation(limit, key, limit.Key.Length, other);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Limit} (with {Replacement})";

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Number();
}
