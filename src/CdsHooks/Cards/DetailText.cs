using System.Text;
using Cds.Knowledge.Adaptation;

namespace Cds.CdsHooks.Cards;

/// <summary>
/// Builds the <c>detail</c> of a card: Markdown without HTML. Texts of the knowledge base may hold Markdown of their authors; everything else is
/// neutralised on its way in.
/// </summary>
internal sealed class DetailText(Language language)
{
    private const int MostRows = 30;

    private readonly StringBuilder _text = new();

    /// <summary>Language of the text.</summary>
    public Language Language { get; } = language;

    /// <summary>A paragraph of an author's Markdown.</summary>
    public DetailText Authored(LocalizedText markdown)
    {
        StartBlock();
        _text.Append(markdown.In(Language).Trim());
        return this;
    }

    /// <summary>A paragraph of plain text.</summary>
    public DetailText Paragraph(string text)
    {
        StartBlock();
        _text.Append(Markdown.Neutralise(text));
        return this;
    }

    /// <summary>One line for each change of this site that the card rests on.</summary>
    public DetailText LocallyAdapted(IEnumerable<LocalAdaptation> adaptations)
    {
        foreach (LocalAdaptation adaptation in adaptations) Paragraph(CardPhrases.LocallyAdapted.With("what", adaptation.Text).In(Language));
        return this;
    }

    /// <summary>A title with a list of lines that are Markdown already; nothing when there are none.</summary>
    public DetailText List(LocalizedText title, IReadOnlyCollection<string> markdownLines)
    {
        if (markdownLines.Count == 0) return this;
        StartBlock();
        _text.Append("**").Append(title.In(Language)).Append("**\n");
        foreach (string line in markdownLines) _text.Append("\n- ").Append(line);
        return this;
    }

    /// <summary>A title with a list of texts; nothing when there are none.</summary>
    public DetailText List(LocalizedText title, IEnumerable<LocalizedText> texts) =>
        List(title, [.. texts.Select(text => Markdown.Neutralise(text.In(Language)))]);

    /// <summary>The data behind an answer; what a computed value was computed from follows it.</summary>
    public DetailText BasisTable(IReadOnlyList<Basis> basis)
    {
        var rows = new List<(Basis Basis, int Depth)>();
        foreach (Basis entry in basis) Flatten(entry, 0, rows);
        if (rows.Count == 0) return this;
        StartBlock();
        _text.Append("**").Append(CardPhrases.Why.In(Language)).Append("**\n\n| ");
        _text.AppendJoin(" | ", new[] { CardPhrases.What, CardPhrases.Value, CardPhrases.Date, CardPhrases.Record }.Select(header => header.In(Language)));
        _text.Append(" |\n| --- | --- | --- | --- |");
        foreach ((Basis entry, int depth) in rows.Take(MostRows)) Row(entry, depth);
        if (rows.Count > MostRows)
        {
            string count = (rows.Count - MostRows).ToString(CultureInfo.InvariantCulture);
            _text.Append("\n| ").Append(CardPhrases.MoreRows.With("count", count).In(Language)).Append(" | | | |");
        }

        return this;
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    private static void Flatten(Basis entry, int depth, List<(Basis Basis, int Depth)> rows)
    {
        if (!rows.Exists(row => row.Basis.IsSameDatumAs(entry))) rows.Add((entry, depth));
        foreach (Basis source in entry.From) Flatten(source, depth + 1, rows);
    }

    private void Row(Basis entry, int depth)
    {
        string what = entry.Title.In(Language);
        string value = ValueText.Of(entry, Language);
        if (entry.Comment is { } comment) value += $" ({comment.In(Language)})";
        _text.Append("\n| ").Append(depth > 0 ? "↳ " : "").Append(Markdown.Neutralise(what))
            .Append(" | ").Append(Markdown.Neutralise(value))
            .Append(" | ").Append(Markdown.Neutralise(entry.Date ?? ""))
            .Append(" | ").Append(Markdown.Neutralise(entry.Resource ?? "")).Append(" |");
    }

    private void StartBlock()
    {
        if (_text.Length > 0) _text.Append("\n\n");
    }
}
