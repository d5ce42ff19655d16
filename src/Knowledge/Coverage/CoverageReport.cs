using System.Text;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Modules;

namespace Cds.Knowledge.Coverage;

/// <summary>The parts of the source documents and what became of them, as one Markdown page.</summary>
public static class CoverageReport
{
    private static readonly string[] States = ["computed", "mentioned", "absent"];

    /// <summary>The page; lines end with a line feed on every system.</summary>
    public static string Write(KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        var page = new StringBuilder();
        page.Append("# Coverage of the source documents\n\nGenerated from `src/Knowledge/Content/documents` by `dotnet run --project src/CdsHooks -- --write-coverage docs/knowledge/coverage.md`;\n")
            .Append("a test fails when it differs.\n\nEach table row, footnote, box of a figure and question is *computed* (rules of the knowledge book carry it out), *mentioned* only (rules or trials tell of it) or *absent*.\n")
            .Append("What stands in the last column is left out, and why. A part that holds others is told by them.\n");
        foreach (Document source in knowledge.DocumentOrder.Select(id => knowledge.Documents[id]).Where(document => document.IsSource)) Append(page, source);
        foreach (KnowledgeModule module in knowledge.Modules)
        {
            page.Append("\n# Module ").Append(module.Title.En).Append(" (`").Append(module.Id).Append("`)\n\n").Append(module.About.En).Append('\n');
            foreach (Document work in knowledge.Documents.Values.Where(document => document.Module == module.Id).OrderBy(document => document.Id, StringComparer.Ordinal)) Append(page, work);
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, Document source)
    {
        HashSet<string> holders = [.. source.Parts.Select(part => part.Within).OfType<string>()];
        DocumentPart[] nodes = [.. source.Parts.Where(part => !holders.Contains(part.Id))];
        page.Append("\n## ").Append(source.ShortName.En).Append(" (`").Append(source.Id).Append("`)\n\n").Append(source.Title.En).Append('.');
        if (source.Status is { } status) page.Append(" Text used: ").Append(status.En).Append('.');
        if (source.LiteratureTo is { } date) page.Append(" It speaks up to ").Append(date).Append('.');
        page.Append(' ').AppendJoin(", ", States.Select(state => $"{nodes.Count(node => State(node) == state)} {state}")).Append(" of ").Append(nodes.Length).Append(" nodes.\n\n")
            .Append("| part | about | state | by, or where | left out, and why |\n| --- | --- | --- | --- | --- |\n");
        foreach (DocumentPart part in source.Parts.Where(part => part.About is not null || !holders.Contains(part.Id))) AppendRow(page, part, holders.Contains(part.Id));
    }

    private static void AppendRow(StringBuilder page, DocumentPart part, bool holdsOthers) => page
        .Append("| ").Append(Cell(part.Place.En))
        .Append(" | ").Append(Cell(part.About?.En ?? ""))
        .Append(" | ").Append(holdsOthers && State(part) == "absent" ? "" : State(part))
        .Append(" | ").AppendJoin(", ", part.Rules.Concat(part.MentionedIn).Select(id => $"`{id}`"))
        .Append(" | ").Append(Cell(part.NotComputable?.En ?? "")).Append(" |\n");

    private static string State(DocumentPart part) => part.Rules.Count > 0 ? "computed" : part.MentionedIn.Count > 0 ? "mentioned" : "absent";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
