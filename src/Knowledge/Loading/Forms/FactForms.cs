namespace Cds.Knowledge.Loading.Forms;

/// <summary>Facts and how long their values count.</summary>
internal static class FactForms
{
    private static EntryForm UnitFactor { get; } = EntryForm.Inline(() =>
    [
        new("factor", Shape.Number, "Factor; 1 when left out."),
        new("subtract", Shape.Number, "What is subtracted before."),
    ]);

    private static EntryForm BySex { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("male", Shape.Number, "For men."),
        EntryMember.Required("female", Shape.Number, "For women."),
    ]);

    private static Shape Limit => Shape.Either(Shape.Number, Shape.Text, Shape.Of(BySex));

    private static Shape Days => Shape.Either(Shape.WholeNumber, Shape.OneOf("any"));

    private static IReadOnlyList<EntryMember> WindowMembers { get; } =
    [
        new("current-days", Days, "Days for which a value is the current one."),
        new("baseline-days", Days, "Days before treatment from which a value tells of the time before it."),
        new("baseline-days-asymptomatic", Days, "The same for asymptomatic disease."),
        new("baseline-days-after-start", Days, "Days after the start of treatment on which a value still tells of the time before."),
    ];

    public static EntryForm Fact { get; } = EntryForm.Layered("fact", "Something that is known of patients.", () =>
    [
        EntryMember.Id(),
        new("title", Shape.Localized, "Its name."),
        new("kind", Shape.Word<FactKind>(), "What its values are."),
        new("unit", Shape.Text, "Quantities: the canonical UCUM unit."),
        new("units", Shape.Of(EntryForm.MapOf(() => Shape.Either(Shape.Number, Shape.Of(UnitFactor)))), "Factor from each accepted UCUM unit to the canonical one; with `subtract` it is (value - subtract) x factor."),
        new("plausible", new ListShape(Shape.Number, OneWillDo: true), "Smallest and largest possible value; others are reported and not used."),
        new("codes", Shape.Texts, "Kind `code`: what it can be."),
        new("code-titles", Shape.Of(EntryForm.MapOf(() => Shape.Localized)), "Names of codes, where the code itself tells readers nothing."),
        new("positive", Shape.Of(EntryForm.MapOf(() => Shape.Text)), "Kind `presence`: by unit, from when a quantity counts as present (`\">= 20\"`)."),
        new("upper-limit", Limit, "Default upper limit: a number, one for each sex, or a limit of `computations/`."),
        new("lower-limit", Limit, "Default lower limit."),
        new("windows", Shape.Text, "A kind of `windows.yaml`, in place of the one that the file names."),
        .. WindowMembers,
        new("present-once-found", Shape.Flag, "Stays present once it was found, whatever comes later."),
        new("derived", Shape.Flag, "Computed by code."),
        new("order", Shape.Of(TextForms.OrderCode), "The code by which it is ordered."),
        new("prefetch", Shape.OneOf([.. Enum.GetNames<PrefetchGroup>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])]), "Prefetch key under which its codes are asked for; needed with codes of LOINC, SNOMED CT or NCIT."),
        new("absent-is-zero", Shape.Flag, "Amounts: \"not detected\" says that there is none of it."),
        new("reads-as", Shape.Word<CodeReading>(), "Codes read from text by a grammar of their own; one fact each."),
        new("tells-isotype", Shape.Word<IsotypeTold>(), "An immunofixation: which M-protein types its text may name."),
        new("examination", Shape.Flag, "An examination took place: \"done\" is present, a date as the value is its day."),
        new("as-printed", Shape.Flag, "Worked out by the laboratory: no finer than its printed digits."),
        new("doses-per", Shape.OneOf("kg", "m2"), "The body size that doses are reckoned per; one fact each."),
        new("share-of", Shape.Text, "In per cent: the finding of which it is the share of cells; a result of that finding in per cent is a value of this fact too."),
        new("from-facts", Shape.Texts, "Derived facts: the facts that it is found from, in this order."),
        new("from-conditions", Shape.Texts, "Derived facts: the conditions that it is found from, in this order."),
    ]);

    public static EntryForm File { get; } = EntryForm.Named("facts-file", "Facts of a subject.", () =>
    [
        new("windows", Shape.Text, "Kind of `windows.yaml` for all facts of the file that name no other."),
        EntryMember.Required("facts", Shape.ListOf(Fact), "The facts."),
    ]);

    private static EntryForm Windows { get; } = EntryForm.Layered("windows", "How long values of a kind of fact count; `any`, or nothing, for any time.", () => [EntryMember.Id("By which facts, or their file, name it."), .. WindowMembers]);

    public static EntryForm WindowsFile { get; } = EntryForm.Named("windows-file", "How long values of a kind of fact count.", () => [EntryMember.Required("windows", Shape.ListOf(Windows), "The kinds.")]);
}
