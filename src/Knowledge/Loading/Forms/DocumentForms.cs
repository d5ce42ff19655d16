using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Loading.Forms;

/// <summary>Documents with their parts, trials, readings.</summary>
internal static class DocumentForms
{
    private static EntryForm Parts { get; } = EntryForm.MapOf(PartShape);

    private static Shape PartShape() => Shape.Of(Part);

    private static EntryForm Part { get; } = EntryForm.Named("document-part", "A part of a document.", () =>
    [
        EntryMember.Required("en", Shape.Text, "The place in English: `MM-6 CQ4`."),
        EntryMember.Required("ja", Shape.Text, "The place in Japanese."),
        new("kind", Shape.Word<PartKind>(), "What sort of part; `passage` when left out."),
        new("about", Shape.Localized, "What it is about."),
        new("rules", Shape.Texts, "Conclusions, recommendations and regimens that carry it out."),
        new("mentioned-in", Shape.Texts, "Rules or trials that only tell of it."),
        new("not-computable", Shape.Localized, "What of it is left out, and why."),
        new("nodes", Shape.Of(Parts), "Parts within it."),
    ]);

    public static EntryForm Document { get; } = EntryForm.Layered("document", "A source with the parts that citations name.", () =>
    [
        EntryMember.Id("Stable id; the first half of a citation."),
        new("order", Shape.WholeNumber, "Place among the documents; those without one come last."),
        new("short-name", Shape.Localized, "Label of a card's source."),
        new("title", Shape.Localized, "Full title."),
        new("published", Shape.Text, "When it was published."),
        new("status", Shape.Localized, "What sort of text was used; shown in the book and in `GET /knowledge`."),
        new("status-short", Shape.Localized, "The status in a word, for the source line of cards, where the text is not the final one."),
        new("literature-to", Shape.Text, "Year, month or day up to which it speaks."),
        new("kind", Shape.Word<DocumentKind>(), "What it is; all but publications and labels account for every part."),
        new("parts", Shape.Of(Parts), "Its parts by id."),
    ]);

    public static EntryForm DocumentsFile { get; } = EntryForm.Named("documents-file", "Labels or publications.", () => [EntryMember.Required("documents", Shape.ListOf(Document), "The documents.")]);

    private static IReadOnlyList<EntryMember> OfFigures =>
    [
        new("population", Shape.Localized, "In whom."),
        new("comparator", Shape.Text, "Against what; printed wherever it is given."),
        new("level", Shape.Text, "Level of evidence."),
        new("reference", Shape.Text, "Where it was published."),
        new("citations", Shape.Citations, "Where the document tells of it."),
    ];

    private static EntryForm Figure { get; } = EntryForm.Named("trial-figure", "A figure of a trial.", () =>
    [
        .. OfFigures,
        EntryMember.Required("endpoint", Shape.Text, "`PFS`, `OS`, `TTP`, `ORR`, ...; terms in small letters stand in `evidence-terms.yaml`."),
        new("result", Shape.TextOrNumber, "Its result."),
        new("comparator-result", Shape.TextOrNumber, "That of the comparator."),
        new("hazard-ratio", Shape.Number, "Hazard ratio."),
        new("p", Shape.TextOrNumber, "The p value as printed."),
    ]);

    private static EntryForm Report { get; } = EntryForm.Inline(() =>
    [
        new("id", Shape.Text, "By which a part of the trial is named: `castor#lenalidomide-refractory`."),
        .. OfFigures,
        EntryMember.Required("figures", Shape.ListOf(Figure), "Its figures."),
    ]);

    public static EntryForm Trial { get; } = EntryForm.Layered("trial", "What a trial showed. What all figures of a report or of the trial share stands there once.", () =>
    [
        EntryMember.Id("Stable id and file name, kebab case."),
        new("title", Shape.Localized, "Its name."),
        new("arm", Shape.Text, "The arm whose results the figures give, for a trial that is also read from its comparator."),
        .. OfFigures,
        new("figures", Shape.ListOf(Figure), "Its figures, where nobody names a part of the trial."),
        new("reports", Shape.ListOf(Report), "Its reports; several may share an id."),
    ]);

    public static EntryForm EvidenceTermsFile { get; } = EntryForm.Named("evidence-terms-file", "Japanese of the short terms that trial evidence uses.", () => [EntryMember.Required("terms", Shape.ListOf(TextForms.BothLanguages), "The terms.")]);

    private static EntryForm Reading { get; } = EntryForm.Layered("reading", "What rules follow where documents, or two places of one, leave room or differ.", () =>
    [
        EntryMember.Id(),
        new("text", Shape.Localized, "What is read."),
        new("citations", Shape.Citations, "The places."),
        new("rules", Shape.Texts, "Rules that follow it."),
    ]);

    public static EntryForm ReadingsFile { get; } = EntryForm.Named("readings-file", "How places that leave room are read.", () => [EntryMember.Required("readings", Shape.ListOf(Reading), "The readings.")]);
}
