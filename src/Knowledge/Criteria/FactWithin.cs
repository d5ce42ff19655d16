using Cds.Knowledge.Evaluation;

namespace Cds.Knowledge.Criteria;

/// <summary>
/// A test of a fact that only counts for a value of the last hours; unknown without such a value. A value of which only the day is known counts
/// as long as that day reaches into the hours.
/// </summary>
/// <param name="Fact">Fact id.</param>
/// <param name="Hours">How many hours before the time asked about.</param>
/// <param name="Test">Test of the current value.</param>
public sealed record FactWithin(string Fact, int Hours, Criterion Test) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient)
    {
        if (patient.Read(Fact, FactTime.Current).Date is { } date && date.Latest >= patient.AsOf.EarliestMoment.AddHours(-Hours)) return Test.Evaluate(patient);

        // Whether a value is known is a question about the record: never unknown.
        return Test is FactKnown ? Finding.Never : Finding.Lacking(Fact);
    }

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => Test.References();

    /// <inheritdoc />
    public override IEnumerable<Criterion> Children() => [Test];
}
