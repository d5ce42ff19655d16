using System.Globalization;
using System.Text.RegularExpressions;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>A limit changed by one step of its last printed digit, or its operator by the other one of the same direction.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Index">Place of the change in the file's text.</param>
/// <param name="Length">How many characters are replaced.</param>
/// <param name="Replacement">What stands there instead.</param>
/// <param name="Step">One step of the limit's last digit.</param>
internal sealed partial record Mutation(Limit Limit, long Index, int Length, string Replacement, decimal Step)
{
    private static readonly (string One, string Other)[] Operators =
        [("lt", "lte"), ("gt", "gte"), ("dose-lt", "dose-lte"), ("dose-gt", "dose-gte")];

    public static IEnumerable<Mutation> Of(Limit limit)
    {
        string number = Number().Match(limit.Text).Value;
        decimal step = new(1, 0, 0, false, (byte)(number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0));
        foreach (decimal changed in new[] { step, -step }.Select(by => decimal.Parse(number, CultureInfo.InvariantCulture) + by))
            yield return new Mutation(limit, limit.TextIndex, number.Length, changed.ToString(CultureInfo.InvariantCulture), step);
        if (limit.KeyIndex is { } key && OtherOperator(limit.Key) is { } other) yield return new Mutation(limit, key, limit.Key.Length, other, step);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Limit.File},{Limit.Owner.Id},{Limit.Path},{Limit.Text},{Replacement}";

    private static string? OtherOperator(string word) => Operators.Where(o => o.One == word).Select(o => o.Other).Concat(Operators.Where(o => o.Other == word).Select(o => o.One)).FirstOrDefault();

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Number();
}
