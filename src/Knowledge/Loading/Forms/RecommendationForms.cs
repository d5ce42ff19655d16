using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading.Forms;

/// <summary>Recommendations with their options and orders.</summary>
internal static class RecommendationForms
{
    private const string OrderReason = "Why its orders are placed, for those that give no reason of their own.";

    private static EntryForm Summary { get; } = EntryForm.Inline(() =>
    [
        new("when", Shape.Criterion, "While this holds."),
        new("first", Shape.Texts, "One of these options has to rank first."),
        EntryMember.Required("text", Shape.Localized, "May hold `{first}`, `{running:X}` and `{since:X}` of a drug or class, `{since:X}` of a condition, `{value:F}` of a fact, `{conclusion:C}`, `{dose:O}` of what is drafted of an option."),
        new("advice", Shape.Localized, "The advice that goes with it; that of the recommendation when left out."),
    ]);

    public static EntryForm Order { get; } = EntryForm.Named("order", "A draft that a suggestion holds, or a change of an order.", () =>
    [
        new("when", Shape.Criterion, "Offered only while this is not false."),
        new("drug", Shape.Text, "Drug to be given."),
        new("dose", Shape.Text, "Number (or range) and UCUM unit: `1.3 mg/m2`, `81-100 mg`."),
        new("max-dose", Shape.Text, "Highest dose where it is reckoned by body size."),
        new("by-band", Shape.Flag, "In place of `dose`: one order for each band of the drug's dose table; `{dose}` in its text is the line."),
        new("route", Shape.Word<Route>(), "How it is given."),
        new("frequency", Shape.Text, "`1 per 1 d`, `2 per 12 h` or `once`."),
        new("days", Shape.NumbersOrTexts, "Days of the cycle."),
        new("cycle-days", Shape.WholeNumber, "Length of the cycle."),
        new("cycles", Shape.WholeNumber, "How many cycles."),
        new("source", Shape.Citation, "Where the dose comes from."),
        new("repeat", Shape.Flag, "Offered although the drug already runs (the next dose or step)."),
        new("service", Shape.Text, "In place of `drug`: the fact, procedure or action that is requested."),
        new("due-in", Shape.Text, "When the request is due: `6 mo`, `2-3 mo`, `4-6 wk`; left out: now."),
        new("change-dose", Shape.Text, "Of an order rule: the dose that the order is changed to, or `to-regimen` for the nearest that the regimens plan."),
        new("remove", Shape.Flag, "Of an order rule: the order is taken out."),
        EntryMember.Required("text", Shape.Localized, "What the button says."),
        new("reason", Shape.Localized, "Why it is ordered; else the `order-reason`."),
    ]);

    /// <summary>Trials by id, or from the side of their comparator.</summary>
    public static Shape Evidence { get; } = new ListShape(Shape.Either(Shape.Text, Shape.Of(EntryForm.Inline(() =>
    [
        EntryMember.Required("trial", Shape.Text, "The trial."),
        EntryMember.Required("arm", Shape.OneOf("comparator"), "Its figures are seen from the other side."),
    ]))), OneWillDo: true);

    public static EntryForm Option { get; } = EntryForm.Named("option", "A regimen, drug, fact, procedure or action that a recommendation offers.", () =>
    [
        new("id", Shape.Text, "Id of the regimen, drug, fact, procedure or action."),
        new("ids", Shape.Texts, "In place of `id`: several options that differ in nothing else."),
        EntryMember.Required("standing", Shape.Word<Standing>(), "How it stands for patients for whom no rule says otherwise."),
        new("reason", Shape.Localized, "Why, for the card."),
        new("when", Shape.Criterion, "Listed only while this is not false."),
        new("preferred-when", Shape.ListOfOrShared(RuleForms.Sentence), "Ranks before its equals while this holds; the sentence says why."),
        new("rules", Shape.ListOfOrShared(RuleForms.StandingRule), "Change the standing; the gravest that is true counts, whatever the option's own is."),
        new("keep-when-refractory", Shape.Flag, "Stays although the disease is refractory to a drug of it."),
        new("against-myeloma", Shape.Flag, "`false`: given for another purpose (lymphodepletion, toxicity), so that refractoriness does not matter."),
        new("order", Shape.Localized, "The option is what is ordered: the text of the order, its reason the `order-reason`."),
        new("orders", Shape.ListOfOrShared(Order), "What makes it a suggestion."),
        new("order-reason", Shape.Localized, OrderReason),
        new("evidence", Evidence, "Trials of this option."),
        new("citations", Shape.Citations, "Where the option comes from, if elsewhere than the rule."),
    ]);

    private static EntryForm Bands { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("drug", Shape.Text, "Drug with a dose table."),
        EntryMember.Required("of", Shape.Texts, "Ids of its bands."),
    ]);

    private static EntryForm Running { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("standing", Shape.Word(Standing.Recommended, Standing.Alternative), "How the drug stands."),
        EntryMember.Required("code", Shape.Text, "Reason code."),
        new("reason", Shape.Localized, "Why; with `bands` it names both doses unless given."),
        new("quiet", Shape.Flag, "Asks for no missing fact: the drug is open only where something is wrong."),
    ]);

    private static EntryForm Case { get; } = EntryForm.Named("case", "What can be wrong with an order.", () =>
    [
        EntryMember.Id("Id within the rule."),
        new("when", Shape.Criterion, "When it is wrong; sees one order at a time."),
        new("bands", Shape.Of(Bands), "In place of `when`: the order exceeds a line of a dose table that holds for the patient, in one dose or in how often."),
        new("also-when", Shape.Criterion, "With `bands`: for whom the order is not right either."),
        new("except-when", Shape.Criterion, "With `bands`: orders that the table does not speak of."),
        EntryMember.Required("urgency", Shape.Word<Urgency>(), "`critical` only for what can harm."),
        new("finding", Shape.Localized, "What is wrong in a few words; also `{drug}` `{dose}` `{limit}` `{often}` `{planned-often}` `{others}` `{reasons}`, with `bands` `{band}` `{bands}` `{lines}`."),
        new("brief", Shape.Localized, "In its place where the summary would be too long."),
        new("detail", Shape.Localized, "What the card says at length."),
        new("citations", Shape.Citations, "Where it comes from; with `bands` the sources of the lines unless given."),
        new("running", Shape.Of(Running), "Judges a drug that runs as well; without it only drafts are judged."),
        new("options", Shape.ListOfOrShared(Option), "What can be done about the order."),
        new("options-of", Shape.Text, "Recommendation whose options it offers."),
        new("order-reason", Shape.Localized, OrderReason),
        new("to-confirm", Shape.ListOfOrShared(RuleForms.Sentence), "Shown while true or unknown."),
    ]);

    public static EntryForm Recommendation { get; } = EntryForm.Layered("recommendation", "When something is advised, when it is done already, and what can be ordered.", () =>
    [
        EntryMember.Id("Stable id and file name, kebab case with dots for grouping."),
        new("title", Shape.Localized, "What it is about."),
        new("topic", Shape.OneOf([.. RecommendationReader.Topics]), "Topic of its card."),
        new("grade", Shape.Either(Shape.Of(TextForms.BothLanguages), Shape.Text), "Grade of the document: a bare grade, or with words in both languages."),
        new("evidence-level", Shape.Text, "Level of evidence as the document prints it."),
        new("trigger", Shape.Word<Trigger>(), "`order`: an order rule, evaluated in the order hooks for each drug being ordered, with `cases` in place of `applies`, `satisfied` and `options`. `running`: judges the drugs that run. Left out: an assessment of the patient."),
        new("except", Shape.Texts, "With `trigger: running`: reason codes of drugs that a case of an order rule judges by the dose."),
        new("applies", Shape.Criterion, "To whom it applies; while false it is absent."),
        .. ModuleForms.Origin,
        new("satisfied", Shape.Criterion, "When it is done already."),
        new("urgency", Shape.Word<Urgency>(), "Indicator of the card; `info` when left out."),
        new("urgency-rules", Shape.ListOfOrShared(RuleForms.UrgencyRule), "More urgent for some patients; the first that holds counts."),
        new("order", Shape.WholeNumber, "Place among cards of equal urgency, lower first."),
        new("summary", Shape.Localized, "At most 139 characters; `{first}` is the first option, in order rules `{drug}` and `{findings}`."),
        new("summaries", Shape.ListOf(Summary), "Summaries that say more where they fit; the first that holds, can be filled and is short enough counts."),
        new("advice", Shape.Localized, "The advice in one sentence, for the short detail; left out where `detail` begins with it."),
        new("detail", Shape.Localized, "What the card says at length."),
        new("information", Shape.ListOfOrShared(RuleForms.Sentence), "Sentences shown while they are true."),
        new("to-confirm", Shape.ListOfOrShared(RuleForms.Sentence), "Shown while true or unknown."),
        new("options", Shape.ListOfOrShared(Option), "What can be chosen, in ranking order of the document."),
        new("cases", Shape.ListOf(Case), "Of an order rule: what can be wrong with an order; those that hold for the orders of one drug share a card."),
        new("combine", Shape.Flag, "The options complement each other; else they are alternatives of which a clinician accepts one."),
        new("ranking", Shape.Text, "Rules with the same word agree on every option and make one ranking."),
        new("order-reason", Shape.Localized, OrderReason),
        new("override-reasons", Shape.Texts, "Reasons for overriding that its card offers."),
        new("card", Shape.Flag, "`false`: no card, only part of the assessment."),
        new("evidence", Evidence, "Trials of the question as a whole: `maia`, or a report of one, `maia#efficacy`."),
        new("citations", Shape.Citations, "Where the rule comes from."),
    ]);
}
