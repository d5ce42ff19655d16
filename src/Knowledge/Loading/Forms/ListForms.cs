using Cds.Knowledge.Approvals;

namespace Cds.Knowledge.Loading.Forms;

/// <summary>Vocabularies that rules name, limits of computations, approvals, stated reasons, and what only an overlay has.</summary>
internal static class ListForms
{
    private static EntryForm ListFile(string name, string meaning, string list, Func<EntryForm> entry) =>
        EntryForm.Named(name, meaning, () => [EntryMember.Required(list, Shape.ListOf(entry()), "The entries.")]);

    private static EntryForm Condition { get; } = EntryForm.Layered("condition", "A condition.", () =>
    [
        EntryMember.Id(),
        new("title", Shape.Localized, "Its name."),
        new("plasma-cell-disorder", Shape.Flag, "Having it, now or in the past, makes the patient one of this service's."),
        new("asymptomatic", Shape.Flag, "Plasma-cell disorder that is only watched (`true`), or active myeloma (`false`): which `baseline-days` count."),
        new("narrower-than", Shape.Texts, "Shares codes with these: where this one is named, they are not meant."),
        new("yields-to-plasma-cell-disorder", Shape.Flag, "Not meant where a plasma-cell disorder is named."),
        new("of-regimens", Shape.Flag, "What regimens are for that have no `for-conditions`; one condition."),
    ]);

    public static EntryForm Conditions { get; } = ListFile("conditions-file", "Conditions that rules ask about.", "conditions", () => Condition);

    private static EntryForm Procedure { get; } = EntryForm.Layered("procedure", "A procedure.", () =>
    [
        EntryMember.Id(),
        new("title", Shape.Localized, "Its name."),
        new("event", Shape.Among(SinceEvent.CarTInfusion, SinceEvent.AutologousTransplant), "The event of `since` and of days counted from it."),
        new("preceded-by", Shape.Word(DosePurpose.Treatment), "What some drugs are given for in the days before it."),
        new("course", Shape.Flag, "Goes on for days: its last day counts."),
        new("shows", Shape.Text, "Fact that is present on its day."),
    ]);

    public static EntryForm Procedures { get; } = ListFile("procedures-file", "Procedures that rules ask about.", "procedures", () => Procedure);

    private static EntryForm Action { get; } = EntryForm.Layered("action", "An option that is neither drug, regimen nor fact.", () =>
    [
        EntryMember.Id(),
        new("title", Shape.Localized, "Its name."),
        new("order", Shape.Of(TextForms.OrderCode), "The code by which it is ordered; left out where no verified one is known, the request is then text."),
        new("includes", Shape.Texts, "Facts and examinations that one request for it covers (a panel); a card asks for them together."),
    ]);

    public static EntryForm Actions { get; } = ListFile("actions-file", "Options that are neither drug, regimen nor fact.", "actions", () => Action);

    private static EntryForm OverrideReason { get; } = EntryForm.Layered("override-reason", "A reason for overriding a card.", () =>
    [
        EntryMember.Id(),
        new("title", Shape.Localized, "What the user chooses."),
        new("lasting", Shape.Flag, "Holds beyond today: it may keep the card away at the next visit."),
        new("of-one-option", Shape.Flag, "Speaks of one option: offered only on cards with one."),
        new("until-changed", Shape.Flag, "Keeps a card away until what it says changes."),
        new("standard-code", Shape.Text, "Code of HL7's non-adherence reason codes that fits."),
        new("of-missing-data", Shape.WholeNumber, "Place among the reasons of the card of what is missing."),
    ]);

    public static EntryForm OverrideReasons { get; } = ListFile("override-reasons-file", "Reasons for overriding a card.", "reasons", () => OverrideReason);

    private static EntryForm Limit { get; } = EntryForm.Layered("limit", "A number that code computes with.", () =>
    [
        EntryMember.Id("Stable id; texts of both languages name the number so: `{partial-response-fall}`."),
        new("title", Shape.Localized, "What it limits."),
        new("value", Shape.TextOrNumber, "Number and UCUM unit: `50 %`, `60 d`, `1.65`; the unit is the one that the computation works in."),
        new("operator", Shape.OneOf([.. Comparisons.Keys.Select(comparison => comparison.Key)]), "How a value is held against it; left out where it is no threshold."),
        new("citations", Shape.Citations, "Where it comes from."),
    ]);

    public static EntryForm Limits { get; } = ListFile("limits-file", "Numbers that code computes with.", "limits", () => Limit);

    private static EntryForm ComputedFactRow { get; } = EntryForm.Layered("computed-fact", "The fact, or facts, that play a part in a computation.", () =>
    [
        EntryMember.Required("id", Shape.Word<ComputedFact>(), "The part."),
        new("facts", Shape.Texts, "The facts; a list is read in its order."),
    ]);

    public static EntryForm ComputedFacts { get; } = ListFile("computed-facts-file", "The facts that computations read, by the part that each plays there.", "facts", () => ComputedFactRow);

    private static EntryForm Jurisdiction { get; } = EntryForm.Layered("jurisdiction", "Whose approvals are meant.", () =>
    [
        EntryMember.Id("`Cds:Knowledge:Jurisdiction` names it."),
        new("title", Shape.Localized, "Its name in a sentence."),
    ]);

    public static EntryForm Jurisdictions { get; } = ListFile("jurisdictions-file", "Whose approvals are told apart.", "jurisdictions", () => Jurisdiction);

    private static EntryForm ApprovalRecord { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("jurisdiction", Shape.Text, "Of `jurisdictions.yaml`."),
        EntryMember.Required("status", Shape.OneOf("approved", "not-approved"), "What is known."),
        new("since", Shape.TextOrNumber, "Year, month or day; of what is not approved the time that the source speaks from."),
        new("limits", Shape.Localized, "Limits of the approval, shown in brackets."),
        EntryMember.Required("source", Shape.Citation, "Where it was read."),
        EntryMember.Required("certainty", Shape.Word<Certainty>(), "`read`: the primary text or a copy of it; `secondary`: a report about it."),
        EntryMember.Required("checked-on", Shape.TextOrNumber, "When somebody last looked it up; the time of the document where only that was read."),
    ]);

    private static EntryForm Approval { get; } = EntryForm.Layered("approval", "What a drug, regimen or examination is approved or paid for.", () =>
    [
        EntryMember.Id("What, then for what: `daratumumab.smouldering`."),
        new("title", Shape.Localized, "What is approved."),
        new("indication", Shape.Localized, "For what."),
        new("drugs", Shape.Texts, "Left out for an examination."),
        new("off-label-for", Shape.Text, "Condition: while the approval is lacking, the drug is off-label in every regimen meant for it."),
        new("reimbursement", Shape.Flag, "About what insurance pays for."),
        new("in", Shape.ListOf(ApprovalRecord), "One entry for each jurisdiction that is known of."),
    ]);

    public static EntryForm Approvals { get; } = ListFile("approvals-file", "What is approved or reimbursed where, since when.", "approvals", () => Approval);

    public static EntryForm Version { get; } = EntryForm.Named("version-file", "The version of the knowledge.", () => [EntryMember.Required("version", Shape.TextOrNumber, "Of an overlay: shown behind that of what ships.")]);

    private static EntryForm OfDrugs { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("drugs", Shape.Texts, "The drugs."),
        EntryMember.Required("reason", Shape.Localized, "Why."),
    ]);

    private static EntryForm OfSituations { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("diagnoses", Shape.Texts, "The diagnoses."),
        EntryMember.Required("phases", Shape.Texts, "The phases of treatment."),
        EntryMember.Required("reason", Shape.Localized, "Why."),
    ]);

    public static EntryForm StatedReasons { get; } = EntryForm.Named("stated-reasons-file", "Why something that the checks of sense ask for is not there.", () =>
    [
        new("drugs-without-rules", Shape.ListOf(OfDrugs), "Drugs that are known only so that a record of them is recognised."),
        new("drugs-without-organ-reasons", Shape.ListOf(OfDrugs), "Drugs that rules offer although nothing says whom they would harm."),
        new("situations-without-treatment", Shape.ListOf(OfSituations), "Diagnoses in phases of treatment that no rule answers."),
        new("words-in-japanese", Shape.Texts, "Latin words that Japanese haematologists write as they are."),
    ]);

    private static EntryForm Excluded(string what) => EntryForm.Inline(() =>
    [
        EntryMember.Required(what, Shape.Text, "What cannot be given."),
        EntryMember.Required("reason", Shape.Localized, "Why."),
    ]);

    public static EntryForm Formulary { get; } = EntryForm.Named("formulary-file", "Of an overlay: what the site cannot give.", () =>
    [
        new("excluded-drugs", Shape.ListOf(Excluded("drug")), "Drugs."),
        new("excluded-regimens", Shape.ListOf(Excluded("regimen")), "Regimens."),
    ]);
}
