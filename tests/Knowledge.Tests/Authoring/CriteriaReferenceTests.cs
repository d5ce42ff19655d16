using System.Reflection;
using Cds.Knowledge.Authoring;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Authoring;

/// <summary>What authors look criteria up in is what the kinds say.</summary>
public sealed class CriteriaReferenceTests
{
    [Fact]
    public void The_page_in_the_documentation_is_the_one_that_the_kinds_give() => Assert.Equal(CriteriaPage.Write(), Repository.TextOf("docs", "knowledge", "criteria.md"));

    [Fact]
    public void Every_kind_of_criterion_is_listed()
    {
        CriterionKind[] kinds = [.. Described<CriterionKind>()];
        Assert.Equal(CriterionKinds.All.Count, kinds.Length);
        Assert.All(kinds, kind => Assert.Contains(kind, CriterionKinds.All));
    }

    [Fact]
    public void No_two_kinds_are_written_alike() => Assert.Distinct(CriterionKinds.All.Select(kind => kind.Key));

    [Fact]
    public void Every_member_of_every_kind_stands_in_its_rows() => Assert.All(CriterionKinds.All, kind =>
        Assert.All(kind.Members, member => Assert.Contains(kind.Rows, row => (row.Form + row.TrueWhen).Contains(member.Name, StringComparison.Ordinal))));

    [Fact]
    public void Every_test_of_facts_and_conclusions_is_asked_for_by_a_member_of_the_form()
    {
        string[] ofFacts = [.. Described<FactTestKind>().SelectMany(test => test.Members).Select(member => member.Name)];
        string[] ofConclusions = [.. Described<ConclusionTestKind>().SelectMany(test => test.Members).Select(member => member.Name)];
        Assert.Equal(5, Described<FactTestKind>().Count());
        Assert.Equal(5, Described<ConclusionTestKind>().Count());
        Assert.Subset(FactTests.Kind.Members.Select(member => member.Name).ToHashSet(), ofFacts.ToHashSet());
        Assert.Subset(ConclusionTests.Kind.Members.Select(member => member.Name).ToHashSet(), ofConclusions.ToHashSet());
    }

    private static IEnumerable<T> Described<T>() => typeof(Criterion).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(AllOf).Namespace)
        .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(property => property.PropertyType == typeof(T))
        .Select(property => (T)property.GetValue(null)!);
}
