using System.Collections.Frozen;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>A fact computed from other data. One class a fact; the list below is the register that <c>facts/derived.yaml</c> is checked against.</summary>
internal abstract class DerivedFact(string id)
{
    /// <summary>All of them, by fact id.</summary>
    public static FrozenDictionary<string, DerivedFact> ById { get; } = new DerivedFact[]
    {
        new Age(),
        new CreatinineClearance(),
        new CorrectedCalcium(),
        new FreeLightChainRatio(),
        new InvolvedFreeLightChain(),
        new InvolvedFreeLightChainRatio(),
        new FreeLightChainDifference(),
        new LightChainDifferenceBefore(),
        new LightChainDifferenceNow(),
        new LightChainDifferenceFall(),
        new LightChainDifferenceRise(),
        new BodySurfaceArea(),
        new BodyMassIndex(),
        new CreatinineRise(),
        new DexamethasoneIn28Days(),
        new DaysSinceDiagnosis(),
        new DaysSinceLastDose(),
        new MonthsSinceLastDose(),
        new DaysSinceLineStart(),
        new DaysSinceFirstTreatment(),
        new DaysSinceAutologousTransplant(),
        new DaysSinceCarTInfusion(),
        new HoursSinceCarTInfusion(),
        new FirstRemissionDays(),
        new FirstRemissionMonths(),
        new FastMProteinRise(),
        new EvolvingMProtein(),
        new EvolvingHemoglobin(),
        new NewLesion(),
        new FollowedMarker(),
        new DaysSinceFollowedMarker(),
        new DaysSinceBoneImaging(),
    }.ToFrozenDictionary(f => f.Id);

    /// <summary>Fact id.</summary>
    public string Id { get; } = id;

    /// <summary>
    /// The fact at a time when a value of it may have been sent as well: the value as sent, else computed. Facts that laboratories print beside their raw values decide otherwise.
    /// </summary>
    public virtual FactReading Settle(PatientContext patient, FactTime at, FactReading sent) => sent.Value is null ? Read(patient, at) : sent;

    /// <summary>Computes the fact at a time.</summary>
    public abstract FactReading Read(PatientContext patient, FactTime at);

    /// <summary>A computed number with the data behind it.</summary>
    protected FactReading Computed(PatientContext patient, ValueRange range, IReadOnlyList<Basis> from, LocalizedText? comment = null) =>
        Computed(patient, new QuantityValue(range), from, comment);

    /// <summary>A computed value with the data behind it.</summary>
    protected FactReading Computed(PatientContext patient, FactValue value, IReadOnlyList<Basis> from, LocalizedText? comment = null)
    {
        FactDefinition fact = patient.Knowledge.Facts[Id];
        return new FactReading
        {
            Value = value,
            Basis = [new Basis { Fact = Id, Title = fact.Title, Value = Shown(value), Unit = fact.Unit, From = from, Comment = comment }],
        };
    }

    /// <summary>Computed numbers are shown with two decimals; rules compare the exact ones.</summary>
    private static FactValue Shown(FactValue value) => value is QuantityValue { Range: var range }
        ? new QuantityValue(range with { Low = Rounded(range.Low), High = Rounded(range.High) })
        : value;

    private static decimal? Rounded(decimal? number) => number is { } exact ? Math.Round(exact, 2, MidpointRounding.AwayFromZero) : null;

    /// <summary>Unknown for lack of whatever the readings lack.</summary>
    protected static FactReading Lacking(params FactReading[] readings) =>
        new() { Missing = [.. readings.Where(r => r.Value is null).SelectMany(r => r.Missing).Distinct()] };
}
