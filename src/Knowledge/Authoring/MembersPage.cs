using System.Text;
using Cds.Knowledge.Loading.Forms;

namespace Cds.Knowledge.Authoring;

/// <summary>The page that lists every member of every knowledge file with its meaning, made of the forms that the readers keep to.</summary>
public static class MembersPage
{
    /// <summary>The page as Markdown.</summary>
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("# Members of knowledge files\n\nWritten by `dotnet run --project src/CdsHooks -- --write-reference docs` from `src/Knowledge/Loading/Forms`; do not edit.\n\n");
        page.Append("A member that does not stand here is a defect. Bold: no entry can do without. *Shared* entries may be named by their id in `rules/`. Criteria have [a page of their own](criteria.md).\n");
        var written = new HashSet<EntryForm> { CriterionForm.Any };
        foreach (ContentFile file in ContentFiles.All)
        {
            page.Append("\n## ").Append(file.Title).Append("\n\n`").AppendJoin("`, `", file.Paths).Append(file.IsOfOverlay ? "` of an overlay\n" : "`\n");
            foreach (EntryForm form in Within(file.Root)) Write(page, form, written);
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, EntryForm form, HashSet<EntryForm> written)
    {
        if (form.Name is null || !written.Add(form)) return;
        page.Append("\n### ").Append(form.Name).Append("\n\n").Append(form.Meaning).Append("\n\n| member | holds | meaning |\n|---|---|---|\n");
        Rows(page, form, "");
        foreach (EntryForm inner in form.Members.SelectMany(member => Named(member.Holds))) Write(page, inner, written);
    }

    /// <summary>The rows of a form; of a mapping that stands in this one place only its members follow at once.</summary>
    private static void Rows(StringBuilder page, EntryForm form, string indent)
    {
        foreach (EntryMember member in form.Members)
        {
            string name = member.IsRequired ? $"**`{member.Name}`**" : $"`{member.Name}`";
            page.Append("| ").Append(indent).Append(name).Append(" | ").Append(Words(member.Holds)).Append(" | ").Append(member.Meaning).Append(" |\n");
            foreach (EntryForm inline in Inline(member.Holds)) Rows(page, inline, indent + "&nbsp;&nbsp;");
        }
    }

    private static IEnumerable<EntryForm> Inline(Shape shape) =>
        Within(shape).Where(form => form.Name is null).SelectMany(form => form.Others is { } others ? Inline(others) : [form]);

    private static IEnumerable<EntryForm> Named(Shape shape) => Within(shape).SelectMany(form => form switch
    {
        { Name: not null } => [form],
        { Others: { } others } => Named(others),
        _ => form.Members.SelectMany(member => Named(member.Holds)),
    });

    /// <summary>The forms of a shape, one or several.</summary>
    private static IEnumerable<EntryForm> Within(Shape shape) => shape switch
    {
        FormShape form => [form.Entry],
        ListShape list => Within(list.Item),
        EitherShape either => either.Shapes.SelectMany(Within),
        _ => [],
    };

    private static string Words(Shape shape) => shape switch
    {
        _ when shape == Shape.Localized => "both languages",
        _ when shape == Shape.Citation => "place",
        _ when shape == Shape.Citations => "places",
        ScalarShape { Kind: ScalarKind.Flag } => "`true`, `false`",
        ScalarShape { Kind: ScalarKind.WholeNumber } => "whole number",
        ScalarShape { Kind: ScalarKind.Number } => "number",
        ScalarShape => "text",
        WordShape word => string.Join(", ", word.Words.Select(w => $"`{w}`")),
        FormShape { Entry: { Others: { } others } } => $"by name: {Words(others)}",
        FormShape { Entry: { Name: null } } => "mapping",
        FormShape { Entry: var form } when form == CriterionForm.Any => "[criterion](criteria.md)",
        FormShape { Entry.Name: var name } => $"[{name}](#{name})",
        ListShape { Item: EitherShape { Shapes: [FormShape form, ScalarShape] }, OneWillDo: false } => $"list, also *shared*: {Words(form)}",
        ListShape { OneWillDo: true } list => $"one or more: {Words(list.Item)}",
        ListShape list => $"list: {Words(list.Item)}",
        EitherShape either => string.Join(" or ", either.Shapes.Select(Words)),
        _ => throw new InvalidOperationException($"Add the shape {shape} to MembersPage."),
    };
}
