using Cds.Knowledge.Loading;
using Cds.Knowledge.Loading.Forms;
using Cds.Knowledge.Tests.Authoring;
using Cds.Knowledge.Vignettes;

namespace Cds.Knowledge.Tests.Schema;

/// <summary>What the forms declare, and the schema therefore offers, is exactly what readers ask for.</summary>
public sealed class MembersThatReadersAskForTests
{
    [Fact]
    public void A_member_that_no_reader_asks_for_is_declared_nowhere()
    {
        var asked = new HashSet<(EntryForm, string)>();
        DefectList Listening() => new() { Asked = (form, member) => asked.Add((form, member)) };
        KnowledgeBase knowledge = KnowledgeBaseReader.Read([.. Shipped, .. Overlaid, .. RareMembers.Files], Listening());
        var vignettes = new VignetteReader(knowledge);
        foreach (KnowledgeFile file in VignetteSuite.EmbeddedFiles()) vignettes.Read(file, Listening());
        string[] never = [.. AllForms.Found.SelectMany(form => form.Members.Where(member => !asked.Contains((form, member.Name))).Select(member => $"{form.Name ?? form.Members[0].Name}: {member.Name}"))];
        Assert.True(never.Length == 0, string.Join(Environment.NewLine, never));
    }

    [Fact]
    public void A_reader_that_asks_for_a_member_that_no_form_declares_is_a_defect_of_the_code()
    {
        YamlEntry entry = YamlEntry.Parse(new("conditions.yaml", "conditions: []"), ContentFiles.Of("conditions.yaml")!.Root, new DefectList(), new SharedEntries())!;
        Assert.Empty(entry.Entries("conditions"));
        Assert.Throws<InvalidOperationException>(() => entry.Entries("diagnoses"));
    }

    private static IReadOnlyList<KnowledgeFile> Shipped { get; } = KnowledgeBaseReader.EmbeddedFiles();

    /// <summary>An overlay that replaces every entry by itself, so that what only overlays may say is asked for everywhere. Terms of evidence are added, never replaced.</summary>
    private static IEnumerable<KnowledgeFile> Overlaid =>
        Shipped.Where(file => file.Path != "evidence-terms.yaml" && file.Module is null).Select(file => file with { Overlay = "overlay" });
}
