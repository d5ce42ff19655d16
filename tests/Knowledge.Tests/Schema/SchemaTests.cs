using System.Text.Json;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Vignettes;

namespace Cds.Knowledge.Tests.Schema;

/// <summary>The schema files that editors complete and check by know every member that knowledge files use.</summary>
public sealed class SchemaTests
{
    private static readonly Dictionary<string, string> SchemaOfFolder = new()
    {
        ["conclusions"] = "conclusion", ["recommendations"] = "recommendation", ["regimens"] = "regimen", ["facts"] = "facts", ["drugs"] = "drugs",
        ["trials"] = "trial", ["documents"] = "documents", ["rules"] = "rules", ["computations"] = "computations",
    };

    [Theory]
    [InlineData("conclusions")]
    [InlineData("recommendations")]
    [InlineData("regimens")]
    [InlineData("facts")]
    [InlineData("drugs")]
    [InlineData("trials")]
    [InlineData("documents")]
    [InlineData("computations")]
    [InlineData("rules")]
    public void Every_content_file_fits_its_schema(string folder)
    {
        var schema = new KnowledgeSchema(SchemaOfFolder[folder]);
        foreach (KnowledgeFile file in KnowledgeBaseReader.EmbeddedFiles().Where(f => KnowledgeFile.InLayout(f.Path).StartsWith(folder + "/", StringComparison.Ordinal)))
            AssertFits(schema, file);
    }

    [Theory]
    [InlineData("stated-reasons")]
    [InlineData("approvals")]
    public void Every_single_file_fits_its_schema(string name) =>
        AssertFits(new KnowledgeSchema(name), KnowledgeBaseReader.EmbeddedFiles().Single(f => f.Path == name + ".yaml"));

    [Theory]
    [InlineData("module")]
    [InlineData("beside")]
    [InlineData("stated-reasons")]
    public void Every_such_file_of_a_module_fits_its_schema(string name)
    {
        foreach (KnowledgeFile file in KnowledgeBaseReader.EmbeddedFiles().Where(f => f.Module is not null && KnowledgeFile.InLayout(f.Path) == name + ".yaml"))
            AssertFits(new KnowledgeSchema(name), file);
    }

    [Fact]
    public void Every_vignette_file_fits_its_schema()
    {
        var schema = new KnowledgeSchema("vignettes");
        foreach (KnowledgeFile file in VignetteSuite.EmbeddedFiles()) AssertFits(schema, file);
    }

    [Fact]
    public void The_worked_example_fits_the_schemas()
    {
        foreach (KnowledgeFile file in KnowledgeBaseReader.OverlayFiles(Repository.PathOf("docs", "examples", "overlay")))
            AssertFits(new KnowledgeSchema(SchemaOfFolder.GetValueOrDefault(file.Path.Split('/')[0], "vignettes")), file);
    }

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

    [Fact]
    public void The_editor_settings_name_schemas_that_exist()
    {
        JsonElement settings = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(".vscode", "settings.json"))).RootElement;
        Assert.All(settings.GetProperty("yaml.schemas").EnumerateObject(), schema => Assert.True(File.Exists(Repository.PathOf(schema.Name)), schema.Name));
    }

    private static void AssertFits(KnowledgeSchema schema, KnowledgeFile file)
    {
        IReadOnlyList<string> differences = schema.Differences(file.Text);
        Assert.True(differences.Count == 0, file.Path + Environment.NewLine + string.Join(Environment.NewLine, differences));
    }
}
