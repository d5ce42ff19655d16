using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>A finding is present (or absent).</summary>
/// <param name="Fact">Fact id of a presence or count fact.</param>
/// <param name="At">Which value.</param>
/// <param name="Present">What is asked.</param>
public sealed record FactPresence(string Fact, FactTime At, bool Present) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient)
    {
        FactReading reading = patient.Read(Fact, At);
        Truth present = reading.Value switch
        {
            PresenceValue presence => presence.Present.ToTruth(),
            QuantityValue count => count.Range.IsAtLeast(1m),
            _ => Truth.Unknown,
        };
        return Finding.Of(Present ? present : present.Not(), reading.Basis, reading.Missing.Count > 0 ? reading.Missing : [Fact]);
    }

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [new(ReferenceKind.Fact, Fact)];
}

/// <summary>A coded fact has one of the codes.</summary>
/// <param name="Fact">Fact id of a code fact.</param>
/// <param name="At">Which value.</param>
/// <param name="Codes">Codes that satisfy it.</param>
public sealed record FactCode(string Fact, FactTime At, IReadOnlyList<string> Codes) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient)
    {
        FactReading reading = patient.Read(Fact, At);
        Truth truth = reading.Value is CodeValue code ? Codes.Contains(code.Code).ToTruth() : Truth.Unknown;
        return Finding.Of(truth, reading.Basis, reading.Missing.Count > 0 ? reading.Missing : [Fact]);
    }

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [new(ReferenceKind.Fact, Fact)];
}

/// <summary>A usable value exists. Never unknown: it asks about the record, not about the patient.</summary>
/// <param name="Fact">Fact id.</param>
/// <param name="At">Which value.</param>
public sealed record FactKnown(string Fact, FactTime At) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient)
    {
        FactReading reading = patient.Read(Fact, At);
        return Finding.Of((reading.Value is not null).ToTruth(), reading.Basis, []);
    }

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [new(ReferenceKind.Fact, Fact)];
}
