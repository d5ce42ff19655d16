using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Proposals;

/// <summary>
/// When the doses of an order are given: once, regularly, or on days of one cycle. The days stand in words, and as data in the extension
/// <c>days-of-cycle</c> of this project's package (HL7's own extension of that kind is not allowed on a Timing).
/// </summary>
internal static class OrderTiming
{
    /// <summary>Extension on Timing: the cycle, and its days on which a dose is given.</summary>
    public const string DaysOfCycle = "https://myeloma-cds.example.org/fhir/StructureDefinition/days-of-cycle";

    private static readonly LocalizedText DaysAlone = new("days {days}", "第{days}日");

    private static readonly LocalizedText DaysInCycle = new("cycle {number}: days {days} of a {length}-day cycle", "第{number}サイクル（{length}日間）の第{days}日");

    private static readonly LocalizedText DaysInOneOf = new("cycle {number} of {all}: days {days} of a {length}-day cycle", "全{all}サイクルの第{number}サイクル（{length}日間）の第{days}日");

    /// <summary>The timing; null when the order leaves it to the prescriber.</summary>
    public static Timing? Of(DrugOrder order, Language language) => order switch
    {
        { IsOnce: true } => new Timing { Repeat = new Timing.RepeatComponent { Count = 1 } },
        { Frequency: { } frequency } => new Timing { Repeat = ProposalParts.Repeat(frequency) },
        { Days.Count: > 0 } => OnDays(order, language),
        _ => null,
    };

    private static Timing OnDays(DrugOrder order, Language language)
    {
        var days = new Extension { Url = DaysOfCycle };
        if (order.Cycle is { } number) days.Extension.Add(new Extension("cycle", new PositiveInt(number)));
        days.Extension.AddRange(order.Days.Select(day => new Extension("day", new Integer(day))));
        return new Timing
        {
            Extension = [days],
            Repeat = order.CycleDays is { } length
                ? new Timing.RepeatComponent
                {
                    Bounds = Length(length),
                    FrequencyElement = new PositiveInt(order.Days.Count),
                    PeriodElement = new FhirDecimal(length),
                    PeriodUnitElement = new Code<Timing.UnitsOfTime>(Timing.UnitsOfTime.D),
                }
                : null,
            Code = new CodeableConcept { Text = Words(order).In(language) },
        };
    }

    private static Duration Length(int days)
    {
        Quantity quantity = ProposalParts.Quantity(days, "d");
        return new Duration { ValueElement = quantity.ValueElement, Unit = quantity.Unit, System = quantity.System, Code = quantity.Code };
    }

    private static LocalizedText Words(DrugOrder order)
    {
        LocalizedText words = order.Cycle is null ? DaysAlone : order.Cycles is > 1 ? DaysInOneOf : DaysInCycle;
        return words.With("days", DayList.Of(order.Days)).With("number", Number(order.Cycle)).With("length", Number(order.CycleDays)).With("all", Number(order.Cycles));
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
