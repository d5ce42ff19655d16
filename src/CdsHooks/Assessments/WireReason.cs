namespace Cds.CdsHooks.Assessments;

/// <summary>Why a criterion of an eligibility failed.</summary>
/// <param name="Code">Stable reason code.</param>
/// <param name="Text">The reason for readers.</param>
/// <param name="Basis">The data that failed it.</param>
public sealed record WireReason(string Code, string Text, IEnumerable<WireBasis> Basis)
{
    internal static WireReason Of(Reason reason, Language language) => new(reason.Code, reason.Text.In(language), reason.Basis.Select(basis => WireBasis.Of(basis, language)));
}
