namespace Cds.CdsHooks.Assessments;

/// <summary>A reason for the standing of an option.</summary>
public sealed record WireOptionReason
{
    /// <summary>Stable code, when it has one.</summary>
    public string? Code { get; init; }

    /// <summary>The reason for readers.</summary>
    public required string Text { get; init; }

    /// <summary>The data behind it.</summary>
    public required IEnumerable<WireBasis> Basis { get; init; }

    internal static WireOptionReason Of(OptionReason reason, Language language) => new()
    {
        Code = reason.Code,
        Text = reason.Text.In(language),
        Basis = reason.Basis.Select(basis => WireBasis.Of(basis, language)),
    };
}
