using System.Reflection;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Tests.Samples;
using Xunit.v3;

namespace Cds.CdsHooks.Tests.Documentation;

/// <summary>SECURITY.md answers each of OWASP's ten risks of APIs (2023), and those of the pages of the companion, by tests that exist.</summary>
public sealed partial class SecurityTests
{
    private const int Risks = 10, RisksOfPages = 6;

    private static readonly string[] Rows = [.. File.ReadAllLines(Path.Combine(Repository.Root, "SECURITY.md")).Where(line => Risk().IsMatch(line))];

    [Fact]
    public void Every_risk_has_its_row() =>
        Assert.Equal([.. Numbered("API", Risks), .. Numbered("PAGE", RisksOfPages)], Rows.Select(row => row.Split(' ')[1]));

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        foreach (string row in Rows)
        {
            MatchCollection named = TestName().Matches(row);
            Assert.NotEmpty(named);
            Assert.All(named, test => Assert.True(Exists(test.Groups[1].Value, test.Groups[2].Value), test.Value));
        }
    }

    private static bool Exists(string type, string method) =>
        typeof(SecurityTests).Assembly.GetTypes().Any(candidate => candidate.Name == type
            && candidate.GetMethod(method) is { } found
            && found.GetCustomAttributes().Any(attribute => attribute is IFactAttribute));

    private static IEnumerable<string> Numbered(string kind, int count) => Enumerable.Range(1, count).Select(number => $"{kind}{number}");

    [GeneratedRegex(@"^\| (API|PAGE)\d")]
    private static partial Regex Risk();

    [GeneratedRegex("`(\\w+)\\.(\\w+)`")]
    private static partial Regex TestName();
}
