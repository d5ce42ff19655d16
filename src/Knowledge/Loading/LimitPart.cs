namespace Cds.Knowledge.Loading;

/// <summary>Takes the limits of one computation out of the book, each in the unit that the computation works in.</summary>
/// <param name="book">All limits.</param>
/// <param name="name">The computation: <c>computations/{name}.yaml</c> holds its limits.</param>
/// <param name="group">What the limits take part in.</param>
internal sealed class LimitPart(LimitBook book, string name, LimitGroup group)
{
    private const string Percent = "%";

    /// <summary>A threshold in a unit; null for a plain number.</summary>
    public Threshold Threshold(string id, string? unit) => Find(id, unit) is { } limit ? Threshold(limit, limit.Value) : default;

    /// <summary>A threshold given in percent, as a part of one.</summary>
    public Threshold Share(string id) => Find(id, Percent) is { } limit ? Threshold(limit, limit.Value / 100m) : default;

    /// <summary>A number to compute with, in a unit; null for a plain number.</summary>
    public decimal Amount(string id, string? unit)
    {
        if (Find(id, unit) is not { } limit) return 0m;
        if (limit.Operator is not null) book.Defect(id, $"'operator' of limit '{id}' is read by no computation");
        return limit.Value;
    }

    /// <summary>A whole number of days.</summary>
    public int Days(string id) => Whole(id, "d");

    /// <summary>A whole number of calendar months.</summary>
    public int Months(string id) => Whole(id, "mo");

    /// <summary>A whole number of years.</summary>
    public int Years(string id) => Whole(id, "a");

    private int Whole(string id, string unit)
    {
        decimal amount = Amount(id, unit);
        if (decimal.Truncate(amount) == amount) return (int)amount;
        book.Defect(id, $"the limit '{id}' has to be a whole number");
        return 0;
    }

    private Threshold Threshold(Limit limit, decimal value)
    {
        if (limit.Operator is { } comparison) return new Threshold(comparison, value);
        book.Defect(limit.Id, $"'operator' of limit '{limit.Id}' is missing");
        return default;
    }

    private Limit? Find(string id, string? unit)
    {
        book.Group(id, group);
        if (book.Use(id) is not { } limit)
        {
            book.Missing($"{LayeredEntries.Computations}/{name}.yaml", id);
            return null;
        }

        if (limit.Unit != unit) book.Defect(id, $"the limit '{id}' has to be {(unit is null ? "a plain number" : $"in {unit}")}, not {limit.Unit ?? "a plain number"}");
        return limit;
    }
}
