using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Proposals;

/// <summary>Elements that drafts have in common.</summary>
internal static class ProposalParts
{
    public static CodeableConcept Concept(IEnumerable<WritableCode> codes, string text) => new() { Coding = [.. codes.Select(Coding)], Text = text };

    public static List<CodeableConcept> Reason(Order order, Language language) =>
        order.Reason.In(language) is { Length: > 0 } reason ? [new CodeableConcept { Text = reason }] : [];

    /// <summary>A Quantity in UCUM.</summary>
    public static Quantity Quantity(decimal value, string unit) => new() { ValueElement = new FhirDecimal(value), Unit = unit, System = CodeSystemUris.Ucum, Code = unit };

    public static Timing.RepeatComponent Repeat(Frequency frequency) => new()
    {
        FrequencyElement = new PositiveInt(frequency.Times),
        PeriodElement = new FhirDecimal(frequency.Period),
        PeriodUnitElement = new Code<Timing.UnitsOfTime>(UnitOfTime(frequency.PeriodUnit)),
    };

    private static Coding Coding(WritableCode code) => new(code.Uri, code.Code, code.Display);

    private static Timing.UnitsOfTime UnitOfTime(string ucum) => ucum switch
    {
        "h" => Timing.UnitsOfTime.H,
        "d" => Timing.UnitsOfTime.D,
        "wk" => Timing.UnitsOfTime.Wk,
        "mo" => Timing.UnitsOfTime.Mo,
        _ => throw new ArgumentOutOfRangeException(nameof(ucum), ucum, "Add the new unit to ProposalParts."),
    };
}
