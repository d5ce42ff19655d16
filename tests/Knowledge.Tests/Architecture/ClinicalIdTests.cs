using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Architecture;

/// <summary>
/// C# names the part that an entry plays, never the entry: which fact, drug or conclusion it is stands in the entry itself. The ids that are left in code are listed, each with its reason.
/// </summary>
public sealed class ClinicalIdTests
{
    private const int Most = 70;

    private static readonly string[] Projects = ["Knowledge", "FhirMapping", "CdsHooks"];

    private static readonly AllowedIds Allowed = AllowedIds.Read();

    private static readonly HashSet<(string Id, string File)> Found = [.. LiteralsThatAreIds()];

    [Fact]
    public void No_clinical_id_stands_in_code_unlisted() =>
        AssertNone(Found.Where(found => !Allowed.Contains(found.Id, found.File)).Select(found => $"{found.File}: \"{found.Id}\" (say its part in YAML, or list it with its reason)"));

    [Fact]
    public void Nothing_is_listed_that_no_longer_stands_in_code() =>
        AssertNone(Allowed.All.Where(entry => !Found.Contains((entry.Id, entry.File))).Select(entry => $"{entry.Id} in {entry.File}"));

    [Fact]
    public void Few_clinical_ids_are_left() => Assert.InRange(Allowed.Clinical.Count, 1, Most);

    [Fact]
    public void Each_has_its_reason_and_stands_once()
    {
        Assert.All(Allowed.All, entry => Assert.False(string.IsNullOrWhiteSpace(entry.Reason), entry.Id));
        Assert.Equal(Allowed.All.Count, Allowed.All.Select(entry => (entry.Id, entry.File)).Distinct().Count());
    }

    [Theory]
    [InlineData("x == \"albumin\" // \"calcium\"", "albumin")]
    [InlineData("/* \"calcium\" */ '\"' + \"albumin\"", "albumin")]
    [InlineData("@\"albumin\"", "albumin")]
    [InlineData("$\"albumin\"", "albumin")]
    [InlineData("\"\"\"albumin\"\"\"", "albumin")]
    [InlineData("\"a\\\"b\" + \"albumin\"", "a\\\"b", "albumin")]
    public void Literals_are_found_as_the_compiler_finds_them(string source, params string[] expected) => Assert.Equal(expected, SourceLiterals.Of(source));

    private static void AssertNone(IEnumerable<string> problems) => Assert.True(!problems.Any(), string.Join('\n', problems));

    private static IEnumerable<(string Id, string File)> Literals() => Projects.SelectMany(project => SourceLiterals.Under(Repository.PathOf("src", project)).Select(literal => (literal.Text, literal.File)));

    private static IEnumerable<(string Id, string File)> LiteralsThatAreIds()
    {
        HashSet<string> ids = ClinicalIds();
        return Literals().Where(literal => literal.Id.Any(char.IsLetter) && ids.Contains(literal.Id));
    }

    /// <summary>Every id of the knowledge that ships that stands for something clinical.</summary>
    private static HashSet<string> ClinicalIds()
    {
        KnowledgeBase knowledge = Shipped.Knowledge;
        return
        [
            .. knowledge.Facts.Keys, .. knowledge.Drugs.Keys, .. knowledge.DrugClasses.Keys, .. knowledge.Conditions.Keys, .. knowledge.Procedures.Keys,
            .. knowledge.Regimens.Keys, .. knowledge.Actions.Keys, .. knowledge.OverrideReasons.Keys,
            .. knowledge.Conclusions.SelectMany((ConclusionDefinition c) => c.Values.Prepend(c.Id)),
            .. knowledge.Recommendations.SelectMany((RecommendationDefinition r) => r.Options.Concat(r.Cases.SelectMany(c => c.Options)).Select(o => o.Id).Prepend(r.Id)),
        ];
    }
}
