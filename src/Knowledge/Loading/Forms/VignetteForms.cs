using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading.Forms;

/// <summary>Vignettes: synthetic patients with the answers expected.</summary>
internal static class VignetteForms
{
    private const string Date = "Date (partial dates stay partial) or date-time.";

    private static EntryForm Person { get; } = EntryForm.Inline(() => [new("born", Shape.TextOrNumber, Date), new("sex", Shape.Word<Sex>(), "Sex.")]);

    private static EntryForm Fact { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("fact", Shape.Text, "Fact."),
        EntryMember.Required("value", Shape.Either(Shape.TextOrNumber, Shape.Flag), "Number (with `<` or `>=` before it), code, or `present` and `absent`."),
        new("unit", Shape.Text, "UCUM unit; left out: the canonical one."),
        EntryMember.Required("date", Shape.TextOrNumber, Date),
        new("lower-limit", Shape.Number, "Lower reference limit of the result."),
        new("upper-limit", Shape.Number, "Upper reference limit of the result."),
    ]);

    private static EntryForm Condition { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("condition", Shape.Text, "Condition."),
        new("status", Shape.OneOf("current", "history", "remission"), "`current` when left out."),
        new("since", Shape.TextOrNumber, Date),
        new("until", Shape.TextOrNumber, Date),
        new("severe", Shape.Flag, "Graded severe, or not; left out: no grade."),
    ]);

    private static EntryForm Drug { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("drug", Shape.Text, "Drug."),
        new("source", Shape.Word<DrugRecordSource>(), "What sort of record; `statement` when left out."),
        new("status", Shape.Word<DrugRecordStatus>(), "`active`, or `ended` with an `end`, when left out."),
        new("resource", Shape.Text, "Reference of the record."),
        new("start", Shape.TextOrNumber, Date),
        new("end", Shape.TextOrNumber, Date),
        new("dose", Shape.Text, "Single dose: `25 mg`."),
        new("doses-per-28-days", Shape.Number, "How often."),
        new("line", Shape.WholeNumber, "Line of therapy that the record names."),
        new("refractory", Shape.Flag, "Recorded as refractory."),
    ]);

    private static EntryForm Procedure { get; } = EntryForm.Inline(() => [EntryMember.Required("procedure", Shape.Text, "Procedure."), new("date", Shape.TextOrNumber, Date)]);

    private static EntryForm Order { get; } = EntryForm.Inline(() =>
    [
        new("drug", Shape.Text, "Drug being ordered."),
        new("dose", Shape.Text, "Single dose: `25 mg`."),
        new("doses-per-28-days", Shape.Number, "How often."),
        new("course-days", Shape.Number, "Days from the first dose to the last."),
        new("from", Shape.TextOrNumber, "First day."),
        new("route", Shape.Word<Route>(), "How it is given."),
        new("selected", Shape.Flag, "`false`: stands in the background."),
        new("resource", Shape.Text, "Reference of the draft."),
        new("replaces", Shape.Texts, "References of the records that it replaces."),
        new("service", Shape.Text, "In place of `drug`: fact or action being requested."),
    ]);

    private static EntryForm Unidentified { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("part", Shape.Word(RecordedHistory.None, RecordedHistory.All), "Part of the history."),
        new("may-be", Shape.Texts, "Ids that alone it can stand for; anything when left out."),
        new("start", Shape.TextOrNumber, Date),
        new("end", Shape.TextOrNumber, Date),
        new("current", Shape.Flag, "Whether it may go on; `true` when left out."),
    ]);

    private static IEnumerable<string> HistoryParts => Enum.GetValues<RecordedHistory>().Select(part => part.ToString().ToLowerInvariant());

    private static Shape Values { get; } = new ListShape(Shape.Either(Shape.TextOrNumber, Shape.Flag), OneWillDo: true);

    private static EntryForm Expectation { get; } = EntryForm.Named("expectation", "What is expected of a conclusion or recommendation.", () =>
    [
        new("absent", Shape.Flag, "It is no part of the answer."),
        new("value", Values, "Value; of a list its members; `[]` for none."),
        new("possible", Values, "Values that are still possible."),
        new("undetermined", Values, "Members of a list that are still possible."),
        new("missing", Values, "Facts that would decide it."),
        new("reasons", Values, "Codes of the criteria that failed."),
        new("status", Shape.Word(RecommendationStatus.NotApplicable), "Status of a recommendation."),
        new("urgency", Shape.Word<Urgency>(), "Urgency of its card."),
        new("include", Shape.Texts, "Options among others."),
        new("exclude", Shape.Texts, "What is no option."),
        new("first", Shape.Text, "The option that ranks first."),
        new("standing", Shape.Of(EntryForm.MapOf(() => Shape.Word<Standing>())), "By option, how it stands."),
        new("cases", Values, "Cases of an order rule that hold."),
        new("summary", Shape.Text, "The English summary."),
        new("to-confirm", Shape.Texts, "Pieces of what is to be confirmed, in English."),
        new("to-confirm-not", Shape.Texts, "Pieces that may not be there."),
        new("says", Shape.Texts, "Pieces of the information, or of a reason or an order of an option, in English."),
        new("says-not", Shape.Texts, "Pieces that may not be there."),
        new("rests-on", Shape.Texts, "Pieces of the English remarks on the data that the answer rests on."),
        new("rests-on-not", Shape.Texts, "Pieces that may not be there."),
    ]);

    public static EntryForm Vignette { get; } = EntryForm.Named("vignette", "A synthetic patient with the answers expected.", () =>
    [
        EntryMember.Required("name", Shape.Text, "A sentence that carries the reason."),
        EntryMember.Required("asOf", Shape.Text, "Day or moment asked about."),
        new("patient", Shape.Of(Person), "The person."),
        new("facts", Shape.ListOf(Fact), "Observations."),
        new("conditions", Shape.ListOf(Condition), "Recorded conditions."),
        new("drugs", Shape.ListOf(Drug), "Records of drugs."),
        new("procedures", Shape.ListOf(Procedure), "Procedures done."),
        new("allergies", Shape.Texts, "Drugs to which an allergy is recorded."),
        new("orders", Shape.ListOf(Order), "Drafts: drugs, or services."),
        new("unidentified", Shape.ListOf(Unidentified), "Records that nobody can say what they stand for; they open their part of the history again."),
        new("history-known", new ListShape(Shape.OneOf([.. HistoryParts]), OneWillDo: true), "Parts of the history that were read completely; all when left out."),
        new("settings", Shape.Texts, "Settings that are on."),
        new("jurisdiction", Shape.Text, "For which jurisdiction the answers are; `jp` when left out."),
        EntryMember.Required("expect", Shape.Of(EntryForm.MapOf(() => Shape.Of(Expectation))), "By conclusion or recommendation, what is expected."),
    ]);

    public static EntryForm File { get; } = EntryForm.Named("vignettes-file", "Vignettes of a rule.", () => [EntryMember.Required("vignettes", Shape.ListOf(Vignette), "The vignettes; the bare list may be the file.")]);
}
