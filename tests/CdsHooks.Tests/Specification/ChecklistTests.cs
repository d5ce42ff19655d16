using System.Reflection;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Specification;

/// <summary>
/// Holds the numbers of the checklist (<c>checklist.txt</c>) against the names of the tests: <c>P9_Without_prefetch...</c> is a test of item P9,
/// and <c>F1_F5_...</c> one of both.
/// </summary>
public sealed partial class ChecklistTests
{
    private static readonly string[] Binding = ["MUST", "MUST NOT", "SHOULD", "SHOULD NOT"];

    private static readonly IReadOnlyList<Item> Items =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "CdsHooks.Tests", "Specification", "checklist.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('|'))
            .Select(parts => new Item(parts[0], parts[1], parts[2])),
    ];

    private static readonly ILookup<string, string> TestsOf = typeof(ChecklistTests).Assembly.GetTypes()
        .Where(type => !type.IsAbstract)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
        .Where(method => method.GetCustomAttributes().Any(attribute => attribute is Xunit.v3.IFactAttribute))
        .SelectMany(method => Numbers(method.Name).Select(number => (Number: number, method.Name)))
        .ToLookup(test => test.Number, test => test.Name);

    public static TheoryData<string> BindingItems() => [.. Items.Where(item => Binding.Contains(item.Level)).Select(item => item.Number)];

    [Theory]
    [MemberData(nameof(BindingItems))]
    public void Every_binding_item_has_a_test_that_is_named_after_it_or_a_reason(string number)
    {
        Item item = Items.Single(i => i.Number == number);
        bool isTested = TestsOf[number].Any();
        Assert.True(isTested || item.Reason.Length > 0, $"{item.Level} {number} has neither a test nor a reason");
        Assert.False(isTested && item.Reason.Length > 0, $"{number} is tested, so the reason '{item.Reason}' is not needed");
    }

    [Fact]
    public void Every_number_in_the_name_of_a_test_is_one_of_the_checklist() =>
        Assert.All(TestsOf, tests => Assert.True(Items.Any(item => item.Number == tests.Key), $"{tests.Key} ({tests.First()})"));

    [Fact]
    public void The_list_is_complete_and_in_order()
    {
        Assert.Equal(Items.Count, Items.Select(item => item.Number).Distinct().Count());
        foreach (IGrouping<char, Item> section in Items.GroupBy(item => item.Number[0]))
            Assert.Equal(Enumerable.Range(1, section.Count()).Select(n => $"{section.Key}{n}"), section.Select(item => item.Number));
    }

    private static IEnumerable<string> Numbers(string name) => name.Split('_').TakeWhile(part => Number().IsMatch(part));

    [GeneratedRegex("^[A-Z][0-9]+$")]
    private static partial Regex Number();

    private sealed record Item(string Number, string Level, string Reason);
}
