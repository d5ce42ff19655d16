using Cds.CdsHooks.Companion.Patients;
using Cds.CdsHooks.Telemetry;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Companion.Trials;

/// <summary>Tries the values of missing facts on a patient, by the evaluation of every other, and tells which answers would differ.</summary>
internal sealed class MissingFactTrials(Assessor assessor, TurningPoints turns, WorkMetrics work)
{
    private const string Asker = "companion-trial";

    /// <summary>Facts beyond these are not tried, nor is any after so many evaluations: the page is to be there at once.</summary>
    private const int MostFacts = 12, MostEvaluations = 240, MostOfOneFact = 100;

    private const decimal DefaultHighest = 1000m, Beyond = 10m;
    private const int MostDecimals = 3;

    /// <summary>The trials of the first of the facts that can be supposed.</summary>
    /// <param name="patient">The record.</param>
    /// <param name="asOf">The moment shown.</param>
    /// <param name="now">What is answered now.</param>
    /// <param name="rules">The rules that lack them.</param>
    /// <param name="facts">Missing facts, the most useful first; ids of anything else are passed over.</param>
    /// <param name="cancellation">Cancelled when nobody waits.</param>
    public IReadOnlyList<FactTrial> Of(PatientFacts patient, AsOf asOf, Assessment now, IReadOnlyList<string> rules, IEnumerable<string> facts, CancellationToken cancellation)
    {
        int left = MostEvaluations;
        FactDefinition[] tried = [.. facts.Distinct().Select(id => assessor.Knowledge.Facts.GetValueOrDefault(id)).OfType<FactDefinition>().Where(Supposing.CanBe).Take(MostFacts)];
        List<FactTrial> trials = [];
        foreach (FactDefinition fact in tried)
        {
            if (left <= 0) break;
            FactTrial trial = Try(fact, null);
            // What is read as it was at the diagnosis has to be from before the first treatment.
            if (!trial.ChangesAnyOf(rules) && now.Patient!.Therapy.Lines is [{ Start: var start }, ..] && start <= asOf.Day && Try(fact, start) is var earlier && earlier.ChangesAnyOf(rules)) trial = earlier;
            if (trial.Outcomes.Count > 0) trials.Add(trial);
        }

        return trials;

        FactTrial Try(FactDefinition fact, DateOnly? day) => new(fact.Id, day, fact.Kind switch
        {
            FactKind.Presence => Choices([(CardPhrases.Present, new PresenceValue(true)), (CardPhrases.Absent, new PresenceValue(false))], value => Ask(fact, value, day)),
            FactKind.Code => Choices([.. fact.Codes.Select(code => (fact.CodeTitles.GetValueOrDefault(code) ?? new LocalizedText(code, code), (FactValue)new CodeValue(code)))], value => Ask(fact, value, day)),
            FactKind.Quantity or FactKind.Number or FactKind.Count => Numbers(fact, value => Ask(fact, value, day)),
            _ => throw new InvalidOperationException($"Say how values of kind {fact.Kind} are tried."),
        });

        IReadOnlyList<AnswerChange> Ask(FactDefinition fact, FactValue value, DateOnly? day)
        {
            left--;
            PatientFacts supposed = Supposing.In(patient, [new SupposedValue(fact.Id, null, value) { Day = day }], asOf);
            return AnswerChange.Between(fact.Id, now, work.Evaluate(Asker, () => assessor.AssessUnlessCancelled(supposed, asOf, cancellation)));
        }
    }

    private static TrialOutcome[] Choices(IReadOnlyList<(LocalizedText Name, FactValue Value)> choices, Func<FactValue, IReadOnlyList<AnswerChange>> ask)
    {
        List<TrialOutcome> outcomes = [];
        foreach ((LocalizedText name, FactValue value) in choices)
        {
            IReadOnlyList<AnswerChange> changes = ask(value);
            int same = outcomes.FindIndex(outcome => AreSame(outcome.Changes, changes));
            if (same < 0) outcomes.Add(new TrialOutcome(name, changes));
            else outcomes[same] = outcomes[same] with { Values = outcomes[same].Values.FollowedBy(CardPhrases.ListSeparator).FollowedBy(name) };
        }

        return [.. outcomes];
    }

    private TrialOutcome[] Numbers(FactDefinition fact, Func<FactValue, IReadOnlyList<AnswerChange>> ask)
    {
        IReadOnlyList<decimal> limits = turns.Of(fact.Id);
        decimal lowest = fact.PlausibleLow ?? 0m;
        decimal highest = fact.PlausibleHigh ?? (limits.Count > 0 ? Math.Max(limits[^1] * Beyond, DefaultHighest) : DefaultHighest);
        int decimals = fact.Kind == FactKind.Count ? 0 : Math.Min(MostDecimals, limits.Select(Decimals).DefaultIfEmpty(0).Max() + 1);
        decimal step = new(1, 0, 0, false, (byte)decimals);
        var trial = new NumberTrial<IReadOnlyList<AnswerChange>>(lowest, highest, step, number => ask(new QuantityValue(ValueRange.Exactly(number))), AreSame, MostOfOneFact);
        return [.. trial.Spans(limits).Select(each => new TrialOutcome(SpanText.Of(each.Span, fact.Unit), each.Answer))];
    }

    private static int Decimals(decimal number)
    {
        int decimals = 0;
        for (; decimals < MostDecimals && number != Math.Round(number, decimals, MidpointRounding.ToZero); decimals++)
        {
        }

        return decimals;
    }

    private static bool AreSame(IReadOnlyList<AnswerChange> one, IReadOnlyList<AnswerChange> other) => one.Count == other.Count && one.Zip(other).All(pair => pair.First.SaysTheSame(pair.Second));
}
