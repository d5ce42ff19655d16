using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;
using Cds.Knowledge.Wording;

namespace Cds.Knowledge.Criteria;

/// <summary>An allergy to any drug is recorded.</summary>
public sealed record AnyAllergy : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("any-allergy", entry =>
        entry.Flag("any-allergy") ? new AnyAllergy() : entry.Report<Criterion>(new Always(), "'any-allergy' can only be true", "any-allergy"))
    {
        Members = [new("any-allergy", MemberType.Flag)],
        Rows = [new("`any-allergy: true`", "an allergy to any drug is recorded")],
    };

    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient)
    {
        if (patient.Record.Allergies.Count > 0) return Finding.Always;
        IReadOnlyList<string> gaps = patient.Gaps.Ever(RecordedHistory.Allergies, []);
        return gaps.Count == 0 ? Finding.Never : Finding.Lacking(gaps);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(new LocalizedText("any drug allergy recorded", "薬剤アレルギーの記録がある"));
}
