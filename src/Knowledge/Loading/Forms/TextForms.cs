namespace Cds.Knowledge.Loading.Forms;

/// <summary>Texts, places and codes that entries of many kinds hold.</summary>
internal static class TextForms
{
    public static EntryForm BothLanguages { get; } = EntryForm.Named("both-languages", "A text in both languages, in our own words.", () =>
    [
        EntryMember.Required("en", Shape.Text, "English."),
        EntryMember.Required("ja", Shape.Text, "Japanese."),
    ]);

    public static EntryForm Citation { get; } = EntryForm.Named("place", "A part of a document with a note on it.", () =>
    [
        EntryMember.Required("part", Shape.Text, "Document and part: `jsh-2023#mm-6-cq4`."),
        new("note", Shape.Localized, "What of the part is meant."),
    ]);

    public static EntryForm OrderCode { get; } = EntryForm.Named("order-code", "The code by which an examination is ordered.", () =>
    [
        EntryMember.Required("system", Shape.Text, "Code system (a canonical address)."),
        EntryMember.Required("code", Shape.Text, "Code."),
    ]);
}
