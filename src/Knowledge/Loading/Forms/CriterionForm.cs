using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Loading.Forms;

/// <summary>The form of criteria, made of what their kinds say. Which members fit together is what each kind reads.</summary>
internal static class CriterionForm
{
    public static EntryForm Any { get; } = EntryForm.Named(
        "criterion", "One condition: a kind (`all`, `any`, `fact`, `condition`, `given-drug`, `conclusion`, ...) with its members.", () => [.. Members()]);

    /// <exception cref="InvalidOperationException">Two kinds mean different things by a member of one name.</exception>
    private static IEnumerable<EntryMember> Members()
    {
        foreach (IGrouping<string, CriterionMember> uses in CriterionKinds.All.SelectMany(kind => kind.Members).GroupBy(member => member.Name))
        {
            // A member that is one word for one kind and one or more for another may be a list in the schema.
            CriterionMember widest = uses.FirstOrDefault(member => member.Type == MemberType.Texts) ?? uses.First();
            if (uses.Any(member => member.Type != widest.Type && (member.Type, widest.Type) is not (MemberType.Text, MemberType.Texts)))
                throw new InvalidOperationException($"Kinds of criteria differ about what '{uses.Key}' holds.");
            string? description = uses.Select(member => member.Description).OfType<string>().FirstOrDefault();
            yield return new EntryMember(uses.Key, Of(widest), description ?? Usual(widest.Type));
        }
    }

    private static Shape Of(CriterionMember member) => member.Type switch
    {
        MemberType.Criterion => Shape.Criterion,
        MemberType.Criteria => Shape.ListOf(Any),
        MemberType.CountOfCriteria => Shape.Of(CountOfCriteria),
        MemberType.Text or MemberType.Amount or MemberType.Dose => Shape.Text,
        MemberType.Texts or MemberType.List => Shape.Texts,
        MemberType.Flag => Shape.Flag,
        MemberType.WholeNumber => Shape.WholeNumber,
        MemberType.Number => Shape.Number,
        MemberType.Threshold => Shape.TextOrNumber,
        MemberType.Word => Shape.OneOf([.. member.Words]),
        _ => throw new InvalidOperationException($"Add the type {member.Type} to CriterionForm."),
    };

    private static EntryForm CountOfCriteria { get; } = EntryForm.Inline(() =>
    [
        EntryMember.Required("count", Shape.WholeNumber, "How many have to hold."),
        EntryMember.Required("of", Shape.ListOf(Any), "Of these criteria."),
    ]);

    /// <summary>What there is to say of a member that names itself.</summary>
    private static string Usual(MemberType type) => type switch
    {
        MemberType.Criterion => "A criterion.",
        MemberType.Criteria => "Criteria.",
        MemberType.CountOfCriteria => "So many of these criteria.",
        MemberType.Amount => "Number and the unit of the fact: `3.5 mg/L`.",
        MemberType.Dose => "Number and UCUM unit: `1.3 mg/m2`.",
        MemberType.Threshold => "Number with the unit of the fact (`3.5 mg/L`); a bare number for facts without a unit.",
        MemberType.Flag => "`true` asks for it.",
        MemberType.WholeNumber or MemberType.Number => "A number.",
        MemberType.Text or MemberType.Texts or MemberType.List or MemberType.Word => "By id or word.",
        _ => throw new InvalidOperationException($"Add the type {type} to CriterionForm."),
    };
}
