namespace Cds.Knowledge.Evaluation;

/// <summary>One datum behind an answer: what, how much, when, from which resource.</summary>
public sealed record Basis
{
    /// <summary>Fact id, or the id of a condition, drug, procedure or conclusion that was used.</summary>
    public required string Fact { get; init; }

    /// <summary>Name for readers.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Value; null when only the record's existence counts.</summary>
    public FactValue? Value { get; init; }

    /// <summary>Name of a coded value for readers, where it has one of its own.</summary>
    public LocalizedText? ValueTitle { get; init; }

    /// <summary>Unit of a quantity.</summary>
    public string? Unit { get; init; }

    /// <summary>Date of the datum, as written.</summary>
    public string? Date { get; init; }

    /// <summary>FHIR reference; null for computed values.</summary>
    public string? Resource { get; init; }

    /// <summary>What else a reader should know: the limit used, the conversion made, the reason of a break between lines.</summary>
    public LocalizedText? Comment { get; init; }

    /// <summary>The data that a computed value was computed from.</summary>
    public IReadOnlyList<Basis> From { get; init; } = [];

    /// <summary>
    /// For the one entry that stands for the rest of a long series: how many data of the fact there are in all, as far as one source of them tells (the entry
    /// says in its comment how many are not named); null for a datum.
    /// </summary>
    public int? InAll { get; init; }

    /// <summary>Records are equal when they name the same datum.</summary>
    public bool IsSameDatumAs(Basis other) =>
        Fact == other.Fact && Resource == other.Resource && Date == other.Date && Equals(Value, other.Value);
}
