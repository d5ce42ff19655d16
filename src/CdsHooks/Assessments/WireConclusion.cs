using System.Text.Json.Serialization;

namespace Cds.CdsHooks.Assessments;

/// <summary>An answer about the patient.</summary>
public sealed record WireConclusion
{
    /// <summary>Stable id, for example <c>staging.iss</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>A code, a number, or an array of codes; null while undetermined.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required object? Value { get; init; }

    /// <summary>Name of the value for readers.</summary>
    public string? ValueTitle { get; init; }

    /// <summary>UCUM unit of a number.</summary>
    public string? Unit { get; init; }

    /// <summary>Every value that the data still allow.</summary>
    public required IEnumerable<object> Possible { get; init; }

    /// <summary>For lists: members that the data allow without proving them.</summary>
    public IEnumerable<string>? Undetermined { get; init; }

    /// <summary>The data used.</summary>
    public required IEnumerable<WireBasis> Basis { get; init; }

    /// <summary>Ids of the facts that would decide it.</summary>
    public required IEnumerable<string> Missing { get; init; }

    /// <summary>For eligibility: one per criterion that failed.</summary>
    public IEnumerable<WireReason>? Reasons { get; init; }

    /// <summary>What no record can show, or what was only assumed.</summary>
    public IEnumerable<string>? ToConfirm { get; init; }

    /// <summary>What a reader should know about the value.</summary>
    public IEnumerable<string>? Information { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IEnumerable<WireCitation> Citations { get; init; }

    /// <summary>What a reader has to know of it where it is beyond the documents; absent for what the documents say.</summary>
    public WireModuleOrigin? Module { get; init; }

    internal static WireConclusion Of(Conclusion conclusion, Language language) => new()
    {
        Id = conclusion.Id,
        Title = conclusion.Title.In(language),
        Value = conclusion.Value is { } value ? WireValue.Of(value) : null,
        ValueTitle = conclusion.ValueTitle?.In(language),
        Unit = conclusion.Unit,
        Possible = conclusion.Possible.Select(WireValue.Of),
        Undetermined = conclusion.Value is ListAnswer ? conclusion.Undetermined : null,
        Basis = conclusion.Basis.Select(basis => WireBasis.Of(basis, language)),
        Missing = conclusion.Missing,
        Reasons = conclusion.Reasons.Filled(reason => WireReason.Of(reason, language)),
        ToConfirm = conclusion.ToConfirm.Filled(text => text.In(language)),
        Information = conclusion.Information.Filled(text => text.In(language)),
        Citations = conclusion.Citations.Select(WireCitation.Of),
        Module = WireModuleOrigin.Of(conclusion.Origin),
    };
}
