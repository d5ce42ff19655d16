using System.Text;
using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Authoring;

/// <summary>The page that lists every kind of criterion for authors, made from the kinds themselves.</summary>
public static class CriteriaPage
{
    /// <summary>The page as Markdown.</summary>
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("# Criteria\n\nWritten by `dotnet run --project src/CdsHooks -- --write-reference docs` from the kinds in `src/Knowledge/Criteria`; do not edit.\n\n");
        page.Append("A criterion is one YAML mapping of one kind. Evaluation is three-valued: true, false, unknown.\n\n");
        Table(page, CriterionKinds.All.Where(kind => !kind.InOrderRulesOnly));
        page.Append("\nOnly in the cases of order rules:\n\n");
        Table(page, CriterionKinds.All.Where(kind => kind.InOrderRulesOnly));
        return page.ToString();
    }

    private static void Table(StringBuilder page, IEnumerable<CriterionKind> kinds)
    {
        page.Append("| form | true when |\n|---|---|\n");
        foreach (ReferenceRow row in kinds.SelectMany(kind => kind.Rows)) page.Append("| ").Append(row.Form).Append(" | ").Append(row.TrueWhen).Append(" |\n");
    }
}
