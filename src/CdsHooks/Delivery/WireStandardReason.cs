using Cds.CdsHooks.Cards;

namespace Cds.CdsHooks.Delivery;

/// <summary>An override reason beside HL7's code for it.</summary>
/// <param name="Code">Our code.</param>
/// <param name="StandardCoding">The standard code (CDS Hooks 3.0).</param>
public sealed record WireStandardReason(string Code, WireCoding StandardCoding)
{
    internal static WireStandardReason Of(OverrideReason reason) => new(reason.Id, new WireCoding(CodeSystems.StandardReason, reason.Standard!));
}
