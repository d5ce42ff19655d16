using Cds.Knowledge.Authoring;
using Cds.Knowledge.Loading.Forms;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Authoring;

/// <summary>What editors complete by and what authors look members up in is what the readers keep to; nothing of it is written by hand.</summary>
public sealed class MembersReferenceTests
{
    [Fact]
    public void The_page_in_the_documentation_is_the_one_that_the_forms_give() => Assert.Equal(MembersPage.Write(), Repository.TextOf("docs", "knowledge", "members.md"));

    [Fact]
    public void The_schemas_are_the_ones_that_the_forms_give()
    {
        IReadOnlyDictionary<string, string> schemas = EditorSchemas.Write();
        Assert.Equal(schemas.Keys, Directory.EnumerateFiles(Repository.PathOf("docs", "schema")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
        Assert.All(schemas, schema => Assert.Equal(schema.Value, Repository.TextOf("docs", "schema", schema.Key)));
    }

    [Fact]
    public void The_editor_settings_connect_every_schema_with_its_files() => Assert.Equal(EditorSchemas.WriteEditorSettings(), Repository.TextOf(".vscode", "settings.json"));

    [Fact]
    public void Every_member_has_a_meaning_that_is_a_sentence() =>
        Assert.All(AllForms.Found.SelectMany(form => form.Members), member => Assert.Matches("^[A-Z`\"{*(].*[.)]$", member.Meaning));

    [Fact]
    public void The_page_tells_of_every_member_of_every_form()
    {
        string page = MembersPage.Write();
        Assert.All(AllForms.Found.Where(form => form != CriterionForm.Any && form.Members.All(m => m.Name is not ("count" or "of"))).SelectMany(form => form.Members), member =>
            Assert.Contains($"`{member.Name}`", page, StringComparison.Ordinal));
    }
}
