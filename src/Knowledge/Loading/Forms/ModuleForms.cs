using Cds.Knowledge.Approvals;

namespace Cds.Knowledge.Loading.Forms;

/// <summary>Modules beside the documents, and what their rules say of themselves.</summary>
internal static class ModuleForms
{
    /// <summary>Members by which a rule of a module differs from the module.</summary>
    public static IReadOnlyList<EntryMember> Origin { get; } =
    [
        new("speaks-from", Shape.TextOrNumber, "In a module: year, month or day of the source, where it is another than that of the module."),
        new("jurisdiction", Shape.Texts, "In a module: where the rule holds, where that is not where the module holds."),
        new("certainty", Shape.Word<Certainty>(), "In a module: how the numbers were read, where that is not how those of the module were."),
    ];

    private static EntryForm NotCovered { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("drug", Shape.Text, "The drug."),
        EntryMember.Required("what", Shape.Localized, "What no rule judges of it."),
    ]);

    public static EntryForm Module { get; } = EntryForm.Named("module", "A dated part of the knowledge that stands beside the documents.", () =>
    [
        EntryMember.Id("The name of its folder."),
        EntryMember.Required("title", Shape.Localized, "Its name."),
        EntryMember.Required("about", Shape.Localized, "What it holds, in a sentence."),
        EntryMember.Required("speaks-from", Shape.TextOrNumber, "Year, month or day of the source, unless a rule says otherwise."),
        EntryMember.Required("jurisdiction", Shape.Texts, "Where it holds, unless a rule says otherwise; `[]` where that makes no difference."),
        EntryMember.Required("certainty", Shape.Word<Certainty>(), "`read` in the primary text or its abstract, `secondary` in reports about it; unless a rule says otherwise."),
        new("not-covered", Shape.ListOf(NotCovered), "What no rule judges of a drug once the module is on."),
    ]);

    private static EntryForm Beside { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Id("By which others are told apart."),
        EntryMember.Required("rule", Shape.Text, "The recommendation beside which it is said."),
        new("module", Shape.Text, "The other module whose recommendation or works it names: nothing is said where that one is off."),
        new("leads", Shape.Flag, "`true`: said before the recommendation's own sentences, since a first option turns on it."),
        EntryMember.Required("citations", Shape.Citations, "Where it comes from; the first work marks the sentences."),
        EntryMember.Required("information", Shape.ListOfOrShared(RuleForms.Sentence), "The sentences, shown while they are true."),
    ]);

    public static EntryForm BesideFile { get; } = EntryForm.Named("beside-file", "What a module says beside recommendations of the documents.", () => [EntryMember.Required("beside", Shape.ListOf(Beside), "The entries.")]);
}
