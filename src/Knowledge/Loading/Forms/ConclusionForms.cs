using Cds.Knowledge.Conclusions;

namespace Cds.Knowledge.Loading.Forms;

/// <summary>Conclusions.</summary>
internal static class ConclusionForms
{
    private static EntryForm Row { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("value", Shape.TextOrNumber, "The value."),
        new("title", Shape.Localized, "Its name."),
        new("when", Shape.Criterion, "When it holds."),
        new("otherwise", Shape.Flag, "`table`: when no other row holds."),
        new("recorded", Shape.Texts, "`diagnosis`: conditions that stand for it."),
        new("recorded-when", Shape.Criterion, "`diagnosis`: when the recorded condition counts."),
    ]);

    private static EntryForm Member { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Id("The member."),
        EntryMember.Required("title", Shape.Localized, "Its name."),
        EntryMember.Required("when", Shape.Criterion, "When it holds."),
    ]);

    private static EntryForm Points { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("points", Shape.Number, "Points; a row of 0 says when there are none, so that one of the rows has to hold."),
        EntryMember.Required("when", Shape.Criterion, "When they count."),
    ]);

    private static EntryForm Item { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Id("The item."),
        EntryMember.Required("title", Shape.Localized, "Its name."),
        EntryMember.Required("points-rows", Shape.ListOf(Points), "The highest row that holds counts."),
    ]);

    private static EntryForm Band { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("value", Shape.Text, "The value."),
        new("title", Shape.Localized, "Its name."),
        new("lte", Shape.Number, "Up to so many points."),
    ]);

    private static EntryForm Check { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("code", Shape.Text, "Stable reason code."),
        EntryMember.Required("text", Shape.Localized, "The reason, once it fails."),
        EntryMember.Required("fails-when", Shape.Criterion, "When it fails."),
        new("when-unknown", Shape.OneOf("confirm", "undetermined"), "`confirm`: never blocks, asked to be confirmed; else the answer stays open."),
        new("confirm-text", Shape.Localized, "What is asked to be confirmed."),
        new("citations", Shape.Citations, "Where it comes from, if elsewhere than the conclusion."),
    ]);

    private static EntryForm Answers { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("passed", Shape.Text, "When no criterion fails."),
        EntryMember.Required("failed", Shape.Text, "When one fails."),
    ]);

    private static EntryForm Value { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("value", Shape.Text, "The value."),
        new("title", Shape.Localized, "Its name."),
        new("meaning", Shape.Localized, "Its criteria, for readers of the book."),
    ]);

    private static EntryForm Title { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("value", Shape.TextOrNumber, "The value."),
        EntryMember.Required("title", Shape.Localized, "Its name."),
    ]);

    private static EntryForm StagingCard { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("place", Shape.WholeNumber, "Among the others."),
        EntryMember.Required("part", Shape.Word<StagingCardPart>(), "`main` (one conclusion, without it there is no card), `stage` or `risk`."),
        new("worth-obtaining", Shape.Flag, "Facts that it lacks are asked for before treatment."),
    ]);

    public static EntryForm Conclusion { get; } = EntryForm.Layered("conclusion", "What is concluded about the patient.", () =>
    [
        EntryMember.Id("Stable id and file name, kebab case with dots for grouping."),
        new("title", Shape.Localized, "What is concluded."),
        new("citations", Shape.Citations, "Where it comes from."),
        new("applies", Shape.Criterion, "To whom it applies; for others it is absent."),
        .. ModuleForms.Origin,
        new("kind", Shape.OneOf([.. ConclusionReader.Kinds]), "Which of the members below it has."),
        new("rows", Shape.ListOf(Row), "`table`: values with their criteria; `diagnosis`: the same by precedence."),
        new("members", Shape.ListOf(Member), "`list`: what can be on it; `count`: what is counted."),
        new("items", Shape.ListOf(Item), "`score`: what gives points."),
        new("bands", Shape.ListOf(Band), "`score`: values by points, lowest first, the last without `lte`; without bands the sum is the answer."),
        new("criteria", Shape.ListOf(Check), "`eligibility`: the criteria."),
        new("fact", Shape.Text, "`quantity`: the fact whose value it is."),
        new("evidence", Shape.Criterion, "`diagnosis`: when a disorder is looked for although none is recorded."),
        new("computation", Shape.Word<Computation>(), "`computed`: which code answers it."),
        new("classes", Shape.Texts, "`computed`, exposure and refractoriness: classes named beside the drugs, in order."),
        new("steps", Shape.ListOf(TextForms.BothLanguages), "`computed`: how the code reaches the answer, for readers of the book."),
        new("values", Shape.Either(Shape.Of(Answers), Shape.ListOf(Value)), "`eligibility`: the names of both answers, when they are not `eligible` and `ineligible`; `computed`: exactly the values that the code can give."),
        new("titles", Shape.ListOf(Title), "Names of values, of a `count` those of numbers."),
        new("information", Shape.ListOfOrShared(RuleForms.Sentence), "Sentences shown while they are true; `when: { conclusion: <its own id>, is: .. }` asks for its own value."),
        new("to-confirm", Shape.ListOfOrShared(RuleForms.Sentence), "Shown while true or unknown."),
        new("staging-card", Shape.Of(StagingCard), "Its place on the card of stage and risk."),
        new("internal", Shape.Flag, "Only serves other rules and is no part of an answer."),
    ]);
}
