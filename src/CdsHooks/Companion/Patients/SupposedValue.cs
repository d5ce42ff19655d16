using Cds.Knowledge.Facts;

namespace Cds.CdsHooks.Companion.Patients;

/// <summary>A value that is supposed ("what if"), in the canonical unit of its fact. It is never written anywhere.</summary>
/// <param name="Fact">Fact id.</param>
/// <param name="Resource">The record whose value it takes the place of; null for a value that is not on record.</param>
/// <param name="Value">The value.</param>
internal sealed record SupposedValue(string Fact, string? Resource, FactValue Value)
{
    /// <summary>The day of a value that is not on record; null for the day asked about.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether it is supposed where the other one is.</summary>
    public bool IsInPlaceOf(SupposedValue other) => Fact == other.Fact && Resource == other.Resource;
}
