namespace Cds.FhirMapping.Numbers;

/// <summary>What a text says as a number: the possible values with the unit as written, or why there is none.</summary>
internal readonly record struct NumberReading
{
    private NumberReading(ValueRange? range, string? unit, NumberFault? fault) => (Range, Unit, Fault) = (range, unit, fault);

    /// <summary>The possible values; null when the text is no number that can be used.</summary>
    public ValueRange? Range { get; }

    /// <summary>The unit as written, not checked; null when there is none.</summary>
    public string? Unit { get; }

    /// <summary>Why the text gives no number; null when it gives one.</summary>
    public NumberFault? Fault { get; }

    public static NumberReading Of(ValueRange range, string? unit) => new(range, string.IsNullOrEmpty(unit) ? null : unit, null);

    public static NumberReading Not(NumberFault fault) => new(null, null, fault);

    /// <inheritdoc/>
    public override string ToString() => Fault is { } fault ? fault.ToString() : Unit is null ? Range.ToString()! : $"{Range} {Unit}";
}
