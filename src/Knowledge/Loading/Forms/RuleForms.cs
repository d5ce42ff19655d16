using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading.Forms;

/// <summary>The small rules that drugs, options, conclusions and recommendations share, dose tables, and what <c>rules/*.yaml</c> holds.</summary>
internal static class RuleForms
{
    public static EntryForm Sentence { get; } = EntryForm.Named("sentence", "A sentence, always or while a condition holds.", () =>
    [
        new("when", Shape.Criterion, "While this holds; left out: always."),
        new("text", Shape.Localized, "The sentence; it may stand in the entry itself as `en` and `ja`."),
        new("en", Shape.Text, "English, in place of `text`."),
        new("ja", Shape.Text, "Japanese, in place of `text`."),
    ]);

    public static EntryForm StandingRule { get; } = EntryForm.Named("standing-rule", "How a drug or an option stands for some patients; the gravest that is true counts.", () =>
    [
        EntryMember.Required("when", Shape.Criterion, "For whom."),
        EntryMember.Required("standing", Shape.Word<Standing>(), "How it stands then."),
        new("route", Shape.Word<Route>(), "In rules of drugs: holds only where the drug is given so."),
        new("reduced-dose-only", Shape.Flag, "In rules of options: the regimen is drafted only where its dose tables reduce a dose for the patient."),
        EntryMember.Required("code", Shape.Text, "Stable reason code of the answer."),
        EntryMember.Required("reason", Shape.Localized, "Why, for the card."),
        new("citations", Shape.Citations, "Where it comes from."),
    ]);

    public static EntryForm UrgencyRule { get; } = EntryForm.Named("urgency-rule", "A more urgent card for some patients.", () =>
    [
        EntryMember.Required("when", Shape.Criterion, "For whom."),
        EntryMember.Required("urgency", Shape.Word<Urgency>(), "How urgent the card is then."),
    ]);

    private static EntryForm DoseInSituation { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("in", Shape.Localized, "In what situation."),
        EntryMember.Required("dose", Shape.Text, "The dose then."),
        new("frequency", Shape.Text, "How often: `1 per 1 d`."),
    ]);

    public static EntryForm DoseBand { get; } = EntryForm.Named("dose-band", "A line of a dose table: the dose for some patients.", () =>
    [
        new("id", Shape.Text, "By which cases of order rules name it."),
        new("when", Shape.Criterion, "For whom; best the limits of one fact, ends included as the source prints them."),
        new("otherwise", Shape.Flag, "In place of `when`: for all for whom no other band is proven."),
        new("maintenance", Shape.Flag, "A line of the column for maintenance: the other lines then hold for all other treatment. Regimens say what they are; of orders and of drugs that run `for-maintenance` does."),
        new("dose", Shape.Text, "Highest single dose; without it the prescriber chooses."),
        new("frequency", Shape.Text, "How often: `1 per 1 d`."),
        new("days", Shape.NumbersOrTexts, "In a regimen: the days of the cycle on which these patients get it."),
        new("not-given", Shape.Flag, "In place of `dose`: the drug is not given."),
        new("or", Shape.ListOf(DoseInSituation), "Another dose for what no record tells (on dialysis)."),
        new("standing", Shape.Word<Standing>(), "Options that hold the drug stand so for these patients; the line is the reason."),
        new("code", Shape.Text, "Reason code of that standing."),
        new("to-confirm", Shape.Flag, "Suggestions that hold the drug ask to confirm the line."),
        new("for", Shape.Localized, "For whom in words, where those made of `when` read badly."),
        EntryMember.Required("source", Shape.Citation, "Where the line comes from."),
        new("citations", Shape.Citations, "Further places."),
    ]);

    private static EntryForm SharedCriterion { get; } = EntryForm.Layered("shared-criterion", "A criterion with a name.", () =>
    [
        EntryMember.Id(),
        new("when", Shape.Criterion, "The criterion."),
    ]);

    private static EntryForm SharedRule { get; } = EntryForm.Layered("shared-rule", "A rule with a name, of any of the kinds that have `when`.", () =>
    [
        EntryMember.Id(),
        .. Sentence.Members,
        .. StandingRule.Members.Where(m => m.Name is not "when").Select(m => m with { IsRequired = false }),
        new("urgency", Shape.Word<Urgency>(), "As an urgency rule: how urgent the card is."),
    ]);

    private static EntryForm SharedText { get; } = EntryForm.Layered("shared-text", "A text with a name.", () =>
    [
        EntryMember.Id(),
        new("en", Shape.Text, "English."),
        new("ja", Shape.Text, "Japanese."),
    ]);

    private static EntryForm SharedOption { get; } = EntryForm.Layered("shared-option", "An option that several recommendations have.", () => [.. RecommendationForms.Option.Members.Where(m => m.Name != "ids")]);

    private static EntryForm SharedOrder { get; } = EntryForm.Layered("shared-order", "An order with a name.", () =>
        [EntryMember.Id(), .. RecommendationForms.Order.Members.Select(m => m with { IsRequired = false })]);

    /// <summary>What several files need, named by id.</summary>
    public static EntryForm File { get; } = EntryForm.Named("rules-file", "What several files need stands here once; wherever a mapping of its kind is expected, its id may stand.", () =>
    [
        new("criteria", Shape.ListOf(SharedCriterion), "Criteria, named by `{ is: <id> }`; an `all` joins the `all` around it."),
        new("rules", Shape.ListOf(SharedRule), "Named in `rules`, `information`, `to-confirm`, `preferred-when`, `urgency-rules`."),
        new("texts", Shape.ListOf(SharedText), "Named in place of any text in both languages."),
        new("options", Shape.ListOf(SharedOption), "Named in `options`; the id is that of the option."),
        new("orders", Shape.ListOf(SharedOrder), "Named in `orders`."),
    ]);
}
