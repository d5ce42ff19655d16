using System.Text;
using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Coverage;

/// <summary>The parts of the source documents and what became of them, as one Markdown page.</summary>
public static class CoverageReport
{
    /// <summary>The page; lines end with a line feed on every system.</summary>
    public static string Write(KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        var page = new StringBuilder();
        page.Append("# Coverage of the source documents\n\nGenerated from `src/Knowledge/Content/documents` by `dotnet run --project src/CdsHooks -- --write-coverage docs/knowledge/coverage.md`;\n")
            .Append("a test fails when it differs. Rules are conclusions, recommendations and regimens of the knowledge book.\n");
        foreach (Document source in knowledge.DocumentOrder.Select(id => knowledge.Documents[id]).Where(document => document.IsSource))
        {
            DocumentPart[] told = [.. source.Parts.Where(part => part.About is not null)];
            page.Append("\n## ").Append(source.ShortName.En).Append(" (`").Append(source.Id).Append("`)\n\n")
                .Append(source.Title.En).Append(". ").Append(told.Count(part => part.Rules.Count > 0)).Append(" of ").Append(told.Length).Append(" parts have rules.\n\n")
                .Append("| part | about | rules | not computable |\n| --- | --- | --- | --- |\n");
            foreach (DocumentPart part in told) AppendRow(page, part);
        }

        return page.ToString();
    }

    private static void AppendRow(StringBuilder page, DocumentPart part) => page
        .Append("| ").Append(Cell(part.Place.En))
        .Append(" | ").Append(Cell(part.About?.En ?? ""))
        .Append(" | ").AppendJoin(", ", part.Rules.Select(rule => $"`{rule}`"))
        .Append(" | ").Append(Cell(part.NotComputable?.En ?? "")).Append(" |\n");

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
