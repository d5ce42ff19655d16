namespace Cds.Knowledge.Conclusions;

/// <summary>The current number of a fact, shown with its unit; rounded to two places for display only.</summary>
public sealed record FactNumber : ConclusionDefinition
{
    /// <summary>Fact id.</summary>
    public required string Fact { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<string> Values => [];

    /// <inheritdoc />
    protected override Conclusion? Conclude(PatientContext patient)
    {
        FactReading reading = patient.Read(Fact, FactTime.Current);
        Conclusion answer = Answer() with { Unit = patient.Knowledge.Facts[Fact].Unit, Basis = reading.Basis };
        return reading.Range?.Exact is { } number
            ? answer with { Value = new NumberAnswer(Math.Round(number, 2, MidpointRounding.AwayFromZero)) }
            : answer with { Missing = reading.Missing.Count > 0 ? reading.Missing : [Fact] };
    }
}
