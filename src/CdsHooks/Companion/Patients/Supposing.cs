using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Companion.Patients;

/// <summary>Takes supposed values for recorded ones. Everything after that is the evaluation of every other patient.</summary>
internal static class Supposing
{
    /// <summary>Start of the reference of a value that is on no record.</summary>
    public const string NoRecord = "Supposed/";

    /// <summary>How a finding is entered.</summary>
    public const string Present = "present", Absent = "absent";

    /// <summary>The patient with the supposed values in place of the recorded ones; a value that is on no record is one of its day, else of the day asked about.</summary>
    public static PatientFacts In(PatientFacts facts, IReadOnlyList<SupposedValue> supposed, AsOf asOf)
    {
        foreach (SupposedValue value in supposed)
        {
            ObservedFact[] others = [.. facts.Observations.Where(observed => !IsMeant(observed, value))];
            IEnumerable<ObservedFact> meant = facts.Observations.Where(observed => IsMeant(observed, value)).Select(observed => observed with { Value = value.Value, Original = null, AsPrinted = null });
            ObservedFact[] added = value.Resource is null ? [new ObservedFact(value.Fact, value.Value, ClinicalDate.OnDay(value.Day ?? asOf.Day), NoRecord + value.Fact)] : [.. meant];
            facts = facts with { Observations = [.. others, .. added] };
        }

        return facts;
    }

    /// <summary>Whether a value of the fact can be supposed.</summary>
    public static bool CanBe(FactDefinition fact) => fact.Kind is FactKind.Presence or FactKind.Quantity or FactKind.Number or FactKind.Count || fact.Codes.Count > 0;

    /// <summary>Reads what was entered for a fact.</summary>
    public static Outcome<FactValue> Read(FactDefinition fact, string entered)
    {
        string text = entered.Trim().Normalize(System.Text.NormalizationForm.FormKC);
        if (fact.Kind == FactKind.Presence)
        {
            return text is Present or Absent
                ? new PresenceValue(text == Present)
                : new RequestProblem(ProblemKind.InvalidParameter, CompanionPhrases.NoFinding.With("fact", fact.Title), "value");
        }

        if (fact.Kind == FactKind.Code) return fact.Codes.Contains(text) ? new CodeValue(text) : new RequestProblem(ProblemKind.InvalidParameter, CompanionPhrases.NoCode.With("fact", fact.Title), "value");
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
            return new RequestProblem(ProblemKind.InvalidParameter, CompanionPhrases.NoNumber.With("fact", fact.Title), "value");
        return number < (fact.PlausibleLow ?? number) || number > (fact.PlausibleHigh ?? number)
            ? new RequestProblem(ProblemKind.InvalidParameter, CompanionPhrases.Implausible.With("fact", fact.Title), "value")
            : new QuantityValue(ValueRange.Exactly(number));
    }

    private static bool IsMeant(ObservedFact observed, SupposedValue value) => observed.FactId == value.Fact && observed.Resource == value.Resource;
}
