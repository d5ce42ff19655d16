using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>
/// A number lies outside a reference limit: of the result itself, else of the fact's definition (by sex; where the sex is not known and the
/// limits differ, only what holds for both counts).
/// </summary>
/// <param name="Fact">Fact id.</param>
/// <param name="At">Which value.</param>
/// <param name="Upper">Upper limit (above it) or lower limit (below it).</param>
/// <param name="ByMoreThan">Amount beyond the limit that has to be exceeded, canonical unit.</param>
/// <param name="Times">Multiple of the limit that has to be exceeded.</param>
public sealed record FactLimit(string Fact, FactTime At, bool Upper, decimal ByMoreThan, decimal Times) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient)
    {
        FactReading reading = patient.Read(Fact, At);
        if (reading.Range is not { } range) return Finding.Lacking(reading.Missing.Count > 0 ? reading.Missing : [Fact]);
        FactDefinition fact = patient.Knowledge.Facts[Fact];
        decimal? own = Upper ? reading.Limits?.High : reading.Limits?.Low;
        DefaultLimit? standard = Upper ? fact.UpperLimit : fact.LowerLimit;
        if (own is null && standard is null) return Finding.Lacking(Fact);
        (decimal forMen, decimal forWomen) = own is { } limit ? (limit, limit) : (standard!.Male, standard.Female);
        bool isOpen = own is not null && (Upper ? reading.Limits!.HighExcluded : reading.Limits!.LowExcluded);
        Truth truth = patient.Record.Sex switch
        {
            Sex.Male => Exceeds(range, forMen, isOpen),
            Sex.Female => Exceeds(range, forWomen, isOpen),
            Sex.Unknown => Agreed(Exceeds(range, forMen, isOpen), Exceeds(range, forWomen, isOpen)),
            _ => throw new InvalidOperationException($"Add the limit for sex {patient.Record.Sex}."),
        };
        decimal used = patient.Record.Sex == Sex.Female ? forWomen : forMen;
        LocalizedText source = own is not null ? EvaluationTexts.OwnLimitUsed
            : reading.Limits?.IsUnreadable == true ? EvaluationTexts.DefaultLimitOwnUnreadable
            : EvaluationTexts.DefaultLimitUsed;
        LocalizedText comment = source
            .With("limit", ValueRange.Exactly(used) + (fact.Unit is { } unit ? " " + unit : ""));
        return Finding.Of(truth, [.. reading.Basis.Select(b => b with { Comment = b.Comment is { } c ? new LocalizedText($"{c.En}; {comment.En}", $"{c.Ja}；{comment.Ja}") : comment })], [Fact]);
    }

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [new(ReferenceKind.Fact, Fact)];

    private Truth Exceeds(ValueRange range, decimal limit, bool isOpen)
    {
        // An open limit ("< 480") is itself outside; at a distance from the limit that makes no difference.
        bool atLimit = isOpen && Times == 1m && ByMoreThan == 0m;
        if (Upper) return atLimit ? range.IsAtLeast(limit) : range.IsMoreThan(limit * Times + ByMoreThan);
        return atLimit ? range.IsAtMost(limit) : range.IsLessThan(limit * Times - ByMoreThan);
    }

    private static Truth Agreed(Truth a, Truth b) => a == b ? a : Truth.Unknown;
}
