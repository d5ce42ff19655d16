namespace Cds.Knowledge.Units;

/// <summary>The parts that units of laboratory results are made of, with their spellings (data: <c>Content/units.yaml</c>).</summary>
public sealed record UnitParts
{
    /// <summary>Metric prefixes.</summary>
    public IReadOnlyList<UnitWord> Prefixes { get; init; } = [];

    /// <summary>What stands above the line: grams, moles, enzyme units, volumes.</summary>
    public IReadOnlyList<UnitWord> Amounts { get; init; } = [];

    /// <summary>What stands below the line: volumes, spans of time, body weight.</summary>
    public IReadOnlyList<UnitWord> Divisors { get; init; } = [];

    /// <summary>Words for thousands, ten thousands, millions.</summary>
    public IReadOnlyList<CountWord> Counts { get; init; } = [];

    /// <summary>Words that only say what is counted (<c>cells</c>, <c>個</c>).</summary>
    public IReadOnlyList<string> Counted { get; init; } = [];

    /// <summary>Words behind a unit that do not change it (<c>IFCC</c>, <c>calc</c>).</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>No parts.</summary>
    public static UnitParts None { get; } = new();
}
