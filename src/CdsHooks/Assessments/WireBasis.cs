using Cds.Knowledge.Facts;

namespace Cds.CdsHooks.Assessments;

/// <summary>One datum behind an answer.</summary>
public sealed record WireBasis
{
    /// <summary>Fact id, or the id of a condition, drug, procedure or conclusion.</summary>
    public required string Fact { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>A number, <c>present</c>, <c>absent</c> or a code; absent when only the record's existence counts.</summary>
    public object? Value { get; init; }

    /// <summary>For a bound: <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;=</c> or <c>&gt;</c>.</summary>
    public string? Comparator { get; init; }

    /// <summary>Lower end of a range.</summary>
    public decimal? Low { get; init; }

    /// <summary>Upper end of a range.</summary>
    public decimal? High { get; init; }

    /// <summary>UCUM unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Date of the datum, as written.</summary>
    public string? Date { get; init; }

    /// <summary>FHIR reference.</summary>
    public string? Resource { get; init; }

    /// <summary>The limit used, the conversion made.</summary>
    public string? Comment { get; init; }

    /// <summary>The data that a computed value was computed from.</summary>
    public IEnumerable<WireBasis>? From { get; init; }

    internal static WireBasis Of(Basis basis, Language language)
    {
        var wire = new WireBasis
        {
            Fact = basis.Fact,
            Title = basis.Title.In(language),
            Unit = basis.Unit is { Length: > 0 } unit ? unit : null,
            Date = basis.Date is { Length: > 0 } date ? date : null,
            Resource = basis.Resource is { Length: > 0 } resource ? resource : null,
            Comment = basis.Comment?.In(language),
            From = basis.From.Filled(source => Of(source, language)),
        };
        return basis.Value switch
        {
            null => wire,
            QuantityValue quantity => wire.With(quantity.Range),
            PresenceValue presence => wire with { Value = presence.Present ? "present" : "absent" },
            CodeValue code => wire with { Value = code.Code },
            _ => throw new InvalidOperationException("Add the new kind of fact value to WireBasis."),
        };
    }

    /// <summary>An exact number, a bound with its comparator, or a range.</summary>
    private WireBasis With(ValueRange range) => range switch
    {
        { Exact: { } exact } => this with { Value = exact },
        { Low: { } low, High: { } high } => this with { Low = low, High = high },
        { Low: { } low } => this with { Value = low, Comparator = range.LowInclusive ? ">=" : ">" },
        { High: { } high } => this with { Value = high, Comparator = range.HighInclusive ? "<=" : "<" },
        _ => this,
    };
}
