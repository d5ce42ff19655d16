using Cds.Knowledge.Loading;
using Cds.Knowledge.Loading.Forms;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Schema;

/// <summary>The schema files that editors complete and check by allow what knowledge files hold, and nothing that an author mistypes.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string> Kinds => [.. ContentFiles.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_content_file_fits_the_schema_of_its_kind(string name)
    {
        ContentFile kind = ContentFiles.All.Single(k => k.Name == name);
        KnowledgeFile[] files = [.. KnowledgeFilesThatShip.All.Where(file => ContentFiles.Of(file.Path) == kind)];
        if (!kind.IsOfOverlay) Assert.NotEmpty(files);
        Assert.All(files, AssertFits);
    }

    [Fact]
    public void What_authors_may_say_and_the_content_does_not_fits_the_schemas() => Assert.All(RareMembers.Files, AssertFits);

    [Fact]
    public void The_worked_example_fits_the_schemas() =>
        Assert.All(KnowledgeBaseReader.OverlayFiles(Repository.PathOf("docs", "examples", "overlay")), AssertFits);

    [Theory]
    [InlineData("conclusion", "id: x\ntilte: { en: a, ja: b }", "line 2: unknown member 'tilte'")]
    [InlineData("conclusion", "id: x\nkind: tabel", "'tabel' is none of")]
    [InlineData("regimen", "id: x\ndrugs: [ { dose: 1 mg, route: oral } ]", "'drug' is missing")]
    [InlineData("recommendation", "id: x\napplies: { fact: albumin, below: 3 }", "unknown member 'below'")]
    [InlineData("trial", "id: x\nfigures: [ { endpoint: PFS, hr: 0.5 } ]", "unknown member 'hr'")]
    [InlineData("documents", "documents: [ { id: x, parts: { a: { en: a } } } ]", "'ja' is missing")]
    [InlineData("formulary", "excluded-drugs: [ carfilzomib ]", "a mapping is expected")]
    public void What_an_author_mistypes_is_found(string schema, string yaml, string difference) =>
        Assert.Contains(new KnowledgeSchema(schema).Differences(yaml), d => d.Contains(difference, StringComparison.Ordinal));

    private static void AssertFits(KnowledgeFile file)
    {
        IReadOnlyList<string> differences = new KnowledgeSchema(ContentFiles.Of(file.Path)!.Name).Differences(file.Text);
        Assert.True(differences.Count == 0, file.Path + Environment.NewLine + string.Join(Environment.NewLine, differences));
    }
}
