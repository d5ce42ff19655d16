using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>A value of a fact chosen for a criterion, with where it came from; without a value, what is lacking.</summary>
internal sealed record FactReading
{
    /// <summary>The value; null when unknown.</summary>
    public FactValue? Value { get; init; }

    /// <summary>The datum or data behind it.</summary>
    public IReadOnlyList<Basis> Basis { get; init; } = [];

    /// <summary>Facts that would make it known; the fact itself for an observed one.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Limits that came with the result.</summary>
    public ReferenceLimits? Limits { get; init; }

    /// <summary>The date of the datum; null for computed values.</summary>
    public ClinicalDate? Date { get; init; }

    /// <summary>The possible numbers; null when unknown or not a number.</summary>
    public ValueRange? Range => Value is QuantityValue quantity ? quantity.Range : null;

    /// <summary>No usable value.</summary>
    public static FactReading Unknown(params IReadOnlyList<string> missing) => new() { Missing = missing };
}
