using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Companion.Timeline;
using Cds.CdsHooks.Companion.Trials;
using Cds.CdsHooks.Data;
using Cds.CdsHooks.Limits;
using Cds.CdsHooks.Start;
using Cds.CdsHooks.Telemetry;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Companion.Patients;

/// <summary>Looks at an opened patient: read, evaluated and put on cards like every other, for the moment shown and for each day on which the record changed.</summary>
internal sealed class PatientStudy(PatientDataReader patients, Assessor assessor, CardComposer composer, DetailForm details, MissingFactTrials trials, WorkPlaces places, WorkMetrics work)
{
    private const string Asker = "companion";

    /// <summary>Looks at the patient.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="supposed">What is supposed.</param>
    /// <param name="asOf">The moment shown.</param>
    /// <param name="end">The last moment of the replay.</param>
    /// <param name="card">Rule of the card that is chosen; null for none.</param>
    /// <param name="language">Language of the texts.</param>
    /// <param name="baseUrl">Address of this service in links.</param>
    /// <param name="cancellation">Cancelled when nobody waits.</param>
    public ValueTask<Outcome<PatientView>> LookAsync(
        OpenedPatient patient, IReadOnlyList<SupposedValue> supposed, AsOf asOf, AsOf end, string? card, Language language, string baseUrl, CancellationToken cancellation) =>
        places.DoAsync<PatientView>(
            () =>
            {
                Outcome<PatientData> read = patients.ReadTried(patient.Bundle, cancellation, patient.Gaps);
                if (read.Problem is { } problem) return problem;
                PatientData data = read.Value with { Facts = Supposing.In(read.Value.Facts, supposed, asOf) };
                CardContext context = Assess(data, asOf, language, baseUrl, cancellation);
                IReadOnlyList<CardDraft> drafts = composer.Compose(context);
                Card[] cards = details.Write(drafts, language);
                Card[] recorded = supposed.Count == 0 ? cards : details.Write(composer.Compose(Assess(read.Value, asOf, language, baseUrl, cancellation)), language);
                CardInView[] shown = [.. cards.Zip(drafts, (each, draft) => InView(each, draft, recorded, language))];
                Moment[] moments = [.. Moments.Of(data.Facts, assessor.Knowledge, end).Select(moment => At(data, moment, language, baseUrl, cancellation))];
                ChosenAnswer? chosen = card is null ? null : Array.Find(shown, each => each.Answer.Rules.Contains(card))?.Answer ?? ChosenAnswer.Of(card, context.Assessment, assessor.Knowledge, language);
                return new PatientView
                {
                    Name = patient.Name,
                    Again = patient.Access?.Again,
                    AsOf = asOf,
                    Facts = data.Facts,
                    Assessment = context.Assessment,
                    Cards = shown,
                    Gone = [.. recorded.Where(before => !cards.Any(each => each.Assessment.Id == before.Assessment.Id)).Select(before => before.Summary)],
                    Moments = moments,
                    Supposed = [.. supposed.Select(value => (AsBasis(value), Recorded(read.Value.Facts, value)))],
                    Timeline = new TimelineReader(assessor.Knowledge, context.Assessment.Patient!, data.Facts, moments).Read(),
                    Trials = chosen is null ? [] : trials.Of(data.Facts, asOf, context.Assessment, chosen.Rules, chosen.Lacks(context.Assessment), cancellation),
                    Chosen = chosen,
                };
            },
            cancellation);

    private CardContext Assess(PatientData data, AsOf asOf, Language language, string baseUrl, CancellationToken cancellation) =>
        new(work.Evaluate(Asker, () => assessor.AssessUnlessCancelled(data.Facts, asOf, cancellation)), data, asOf, language, baseUrl);

    private Moment At(PatientData data, AsOf asOf, Language language, string baseUrl, CancellationToken cancellation)
    {
        CardContext context = Assess(data, asOf, language, baseUrl, cancellation);
        return new Moment(
            asOf,
            [.. composer.Compose(context).Select(draft => new CardOfMoment(draft.Card.Assessment.Id, draft.Card.Summary, draft.Card.Indicator))],
            Answered(Computation.Response),
            Answered(Computation.Phase));

        Conclusion? Answered(Computation computation) => context.Assessment.Conclusions.FirstOrDefault(conclusion => conclusion.Id == assessor.Knowledge.Roles.Computed(computation));
    }

    private static CardInView InView(Card card, CardDraft draft, Card[] recorded, Language language)
    {
        Card? before = Array.Find(recorded, other => other.Assessment.Id == card.Assessment.Id);
        CardChange change = before is null ? CardChange.Came : before.Summary == card.Summary && before.Detail == card.Detail ? CardChange.None : CardChange.Changed;
        return new CardInView(card.Assessment.Id, ChosenAnswer.Of(card), CardOnPage.Of(card, language), draft.Glance.Facts, draft.Glance.Source, change);
    }

    private Basis? Recorded(PatientFacts facts, SupposedValue supposed) =>
        facts.Observations.FirstOrDefault(observed => observed.FactId == supposed.Fact && observed.Resource == supposed.Resource) is { } observed
            ? AsBasis(supposed with { Value = observed.Value }) with { Date = observed.Date.Text }
            : null;

    private Basis AsBasis(SupposedValue supposed)
    {
        FactDefinition fact = assessor.Knowledge.Facts[supposed.Fact];
        LocalizedText? code = supposed.Value is CodeValue { Code: var value } ? fact.CodeTitles.GetValueOrDefault(value) : null;
        return new Basis { Fact = fact.Id, Title = fact.Title, Value = supposed.Value, ValueTitle = code, Unit = fact.Unit, Resource = supposed.Resource, Date = supposed.Day is { } day ? DayText.Of(day) : null };
    }
}
