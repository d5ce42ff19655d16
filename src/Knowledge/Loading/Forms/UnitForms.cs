namespace Cds.Knowledge.Loading.Forms;

/// <summary>Spellings of units.</summary>
internal static class UnitForms
{
    private static EntryForm Whole { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("ucum", Shape.Text, "The unit in UCUM."),
        EntryMember.Required("spellings", Shape.Texts, "How it is sent."),
        new("source", Shape.Text, "Where the spellings were seen."),
    ]);

    private static IReadOnlyList<EntryMember> Spelt =>
    [
        EntryMember.Required("spellings", Shape.Texts, "How it is sent."),
        EntryMember.Required("source", Shape.Text, "Where the spellings were seen."),
    ];

    private static EntryForm Word { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("ucum", Shape.Text, "The part in UCUM."),
        new("metric", Shape.Flag, "Takes a metric prefix."),
        .. Spelt,
    ]);

    private static EntryForm Count { get; } = EntryForm.Inline(() => [EntryMember.Required("exponent", Shape.WholeNumber, "Power of ten."), .. Spelt]);

    private static EntryForm Spellings { get; } = EntryForm.Inline(() => Spelt);

    private static EntryForm Parts { get; } = EntryForm.Inline(() =>
    [
        new("prefixes", Shape.ListOf(Word), "Metric prefixes."),
        new("amounts", Shape.ListOf(Word), "What is measured."),
        new("divisors", Shape.ListOf(Word), "What it is divided by."),
        new("counts", Shape.ListOf(Count), "Powers of ten in words."),
        new("counted", Shape.ListOf(Spellings), "Things that are counted."),
        new("remarks", Shape.ListOf(Spellings), "Words beside the unit that do not change it."),
    ]);

    public static EntryForm File { get; } = EntryForm.Named("units-file", "How laboratories and wards write units.", () =>
    [
        new("units", Shape.ListOf(Whole), "Whole units, looked up first."),
        new("parts", Shape.Of(Parts), "Parts that all others are read from: a new way of writing a part holds for every unit with that part."),
    ]);
}
