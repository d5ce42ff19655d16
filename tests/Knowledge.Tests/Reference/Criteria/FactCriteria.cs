using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Criteria about facts.</summary>
internal static class FactCriteria
{
    public static Finding Of(Criterion criterion, PatientContext patient) => criterion switch
    {
        FactComparison comparison => Of(comparison, patient),
        FactKnown known => patient.Read(known.Fact, known.At) is var reading ? Finding.Of((reading.Value is not null).ToTruth(), reading.Basis, []) : Finding.Never,
        FactPresence presence => Of(presence, patient),
        FactCode code => Of(code, patient),
        FactLimit limit => Of(limit, patient),
        FactSince since => Of(since, patient),
        FactWithin within => Of(within, patient),
        _ => throw new InvalidOperationException($"{criterion.GetType().Name} asks about no fact."),
    };

    private static Finding Of(FactComparison criterion, PatientContext patient)
    {
        FactReading reading = patient.Read(criterion.Fact, criterion.At);
        if (reading.Range is not { } range) return Finding.Lacking(reading.Missing.Count > 0 ? reading.Missing : [criterion.Fact]);
        return Finding.Of(criterion.Operator.Compare(range, criterion.Threshold), reading.Basis, [criterion.Fact]);
    }

    private static Finding Of(FactPresence criterion, PatientContext patient)
    {
        FactReading reading = patient.Read(criterion.Fact, criterion.At);
        Truth present = reading.Value switch
        {
            PresenceValue presence => presence.Present.ToTruth(),
            QuantityValue count => count.Range.IsAtLeast(1m),
            _ => Truth.Unknown,
        };
        return Finding.Of(criterion.Present ? present : present.Not(), reading.Basis, reading.Missing.Count > 0 ? reading.Missing : [criterion.Fact]);
    }

    private static Finding Of(FactCode criterion, PatientContext patient)
    {
        FactReading reading = patient.Read(criterion.Fact, criterion.At);
        Truth truth = reading.Value is CodeValue code ? criterion.Codes.Contains(code.Code).ToTruth() : Truth.Unknown;
        return Finding.Of(truth, reading.Basis, reading.Missing.Count > 0 ? reading.Missing : [criterion.Fact]);
    }

    private static Finding Of(FactLimit criterion, PatientContext patient)
    {
        FactReading reading = patient.Read(criterion.Fact, criterion.At);
        if (reading.Range is not { } range) return Finding.Lacking(reading.Missing.Count > 0 ? reading.Missing : [criterion.Fact]);
        FactDefinition fact = patient.Knowledge.Facts[criterion.Fact];
        decimal? own = criterion.Upper ? reading.Limits?.High : reading.Limits?.Low;
        DefaultLimit? standard = criterion.Upper ? fact.UpperLimit : fact.LowerLimit;
        if (own is null && standard is null) return Finding.Lacking(criterion.Fact);
        (decimal forMen, decimal forWomen) = own is { } limit ? (limit, limit) : (standard!.Male, standard.Female);
        bool isOpen = own is not null && (criterion.Upper ? reading.Limits!.HighExcluded : reading.Limits!.LowExcluded);
        Truth truth = patient.Record.Sex switch
        {
            Sex.Male => Exceeds(criterion, range, forMen, isOpen),
            Sex.Female => Exceeds(criterion, range, forWomen, isOpen),
            _ => Exceeds(criterion, range, forMen, isOpen) is var men && men == Exceeds(criterion, range, forWomen, isOpen) ? men : Truth.Unknown,
        };
        decimal used = patient.Record.Sex == Sex.Female ? forWomen : forMen;
        LocalizedText source = own is not null ? EvaluationTexts.OwnLimitUsed
            : reading.Limits?.IsUnreadable == true ? EvaluationTexts.DefaultLimitOwnUnreadable
            : EvaluationTexts.DefaultLimitUsed;
        LocalizedText comment = source.With("limit", ValueRange.Exactly(used) + (fact.Unit is { } unit ? " " + unit : ""));
        return Finding.Of(truth, [.. reading.Basis.Select(b => b with { Comment = b.Comment is { } c ? new LocalizedText($"{c.En}; {comment.En}", $"{c.Ja}；{comment.Ja}") : comment })], [criterion.Fact]);
    }

    private static Finding Of(FactSince criterion, PatientContext patient)
    {
        bool counts = criterion.Since.Date(patient) is { } start && patient.Read(criterion.Fact, FactTime.Current).Date is { } date && SinceEvents.IsSince(date, start) == Truth.True;
        if (counts) return criterion.Test.Evaluate(patient);
        return criterion.Test is FactKnown or FactWithin { Test: FactKnown } ? Finding.Never : Finding.Lacking(criterion.Fact);
    }

    private static Finding Of(FactWithin criterion, PatientContext patient)
    {
        if (patient.Read(criterion.Fact, FactTime.Current).Date is { } date && date.Latest >= patient.AsOf.EarliestMoment.PlusHours(-criterion.Hours)) return criterion.Test.Evaluate(patient);
        return criterion.Test is FactKnown ? Finding.Never : Finding.Lacking(criterion.Fact);
    }

    private static Truth Exceeds(FactLimit criterion, ValueRange range, decimal limit, bool isOpen)
    {
        bool atLimit = isOpen && criterion.Times == 1m && criterion.ByMoreThan == 0m;
        if (criterion.Upper) return atLimit ? range.IsAtLeast(limit) : range.IsMoreThan(limit * criterion.Times + criterion.ByMoreThan);
        return atLimit ? range.IsAtMost(limit) : range.IsLessThan(limit * criterion.Times - criterion.ByMoreThan);
    }
}
