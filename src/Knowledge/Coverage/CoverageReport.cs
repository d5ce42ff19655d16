using System.Text;
using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Coverage;

/// <summary>The coverage lists as one Markdown page.</summary>
public static class CoverageReport
{
    /// <summary>The page; lines end with a line feed on every system.</summary>
    public static string Write(KnowledgeBase knowledge, IReadOnlyList<CoverageEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        var page = new StringBuilder();
        page.Append("# Coverage of the source documents\n\nGenerated from `src/Knowledge/Content/coverage` by `dotnet run --project src/CdsHooks -- --write-coverage docs/knowledge/coverage.md`;\n")
            .Append("a test fails when it differs. Rules are conclusions, recommendations and regimens of the knowledge book.\n");
        foreach (IGrouping<string, CoverageEntry> document in entries.GroupBy(entry => entry.Document))
        {
            Document source = knowledge.Documents[document.Key];
            int computed = document.Count(entry => entry.Rules.Count > 0);
            page.Append("\n## ").Append(source.ShortName.En).Append(" (`").Append(source.Id).Append("`)\n\n")
                .Append(source.Title.En).Append(". ").Append(computed).Append(" of ").Append(document.Count()).Append(" parts have rules.\n\n")
                .Append("| part | about | rules | not computable |\n| --- | --- | --- | --- |\n");
            foreach (CoverageEntry entry in document) AppendRow(page, entry);
        }

        return page.ToString();
    }

    private static void AppendRow(StringBuilder page, CoverageEntry entry) => page
        .Append("| ").Append(Cell(entry.Locators[0]))
        .Append(" | ").Append(Cell(entry.Title.En))
        .Append(" | ").AppendJoin(", ", entry.Rules.Select(rule => $"`{rule}`"))
        .Append(" | ").Append(Cell(entry.NotComputable?.En ?? "")).Append(" |\n");

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
