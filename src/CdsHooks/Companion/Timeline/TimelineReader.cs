using Cds.CdsHooks.Companion.Patients;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Companion.Timeline;

/// <summary>Puts what the evaluation knows of a patient in order of time. Lines, periods, progressions and refractoriness are those of the evaluation.</summary>
/// <param name="knowledge">The knowledge base.</param>
/// <param name="patient">The patient as evaluated for the moment shown.</param>
/// <param name="facts">The whole record, whose span the picture keeps while the moment moves.</param>
/// <param name="moments">What was said when.</param>
internal sealed class TimelineReader(KnowledgeBase knowledge, PatientContext patient, PatientFacts facts, IReadOnlyList<Moment> moments)
{
    private const int ShortestSpan = 14;

    /// <summary>The timeline.</summary>
    public PatientTimeline Read()
    {
        MarkerChart[] charts = [.. ChartList.All.Select(Chart).OfType<MarkerChart>()];
        TimeMark[] marks = [.. Marks().OrderBy(mark => mark.Day)];
        DrugRow[] drugs = [.. Drugs()];
        (DateOnly first, DateOnly last) = Days();
        return new PatientTimeline
        {
            First = first,
            Last = last,
            AsOf = patient.AsOf.Day,
            Charts = charts,
            Drugs = drugs,
            Lines = [.. patient.Therapy.Lines.Select(line => new TimeSpanOf(line.Start, line.LastDose, "line", TimelinePhrases.Line.With("number", ValueRange.Exactly(line.Number).ToString())))],
            Marks = marks,
            Responses = [.. Spans(moment => moment.Response)],
            Phases = [.. Spans(moment => moment.Phase)],
        };
    }

    private (DateOnly First, DateOnly Last) Days()
    {
        DateOnly last = moments[^1].AsOf.Day;
        HashSet<string> drawn = [.. ChartList.All.SelectMany(chart => chart.Facts)];
        IEnumerable<DateOnly> days =
        [
            .. facts.Observations.Where(observed => drawn.Contains(observed.FactId)).Select(observed => observed.Date.EarliestDay),
            .. facts.DrugRecords.Where(record => knowledge.Drugs[record.DrugId].IsTreatment).Select(record => record.Start?.EarliestDay).OfType<DateOnly>(),
        ];
        return (days.Append(last.PlusDays(-ShortestSpan)).Min(), last > patient.AsOf.Day ? last : patient.AsOf.Day);
    }

    private MarkerChart? Chart(ChartList list)
    {
        // A replay keeps its charts and their scales: those of the whole record, of which only what was known is drawn.
        decimal[] values = [.. facts.Observations.Where(observed => list.Facts.Contains(observed.FactId)).Select(Place).OfType<decimal>()];
        if (values.Length == 0) return null;
        HashSet<string> recorded = [.. facts.Observations.Select(observed => observed.FactId)];
        MarkerSeriesOf[] series = [.. list.Facts.Where(recorded.Contains).Select(id => Series(knowledge.Facts[id]))];
        bool isLogarithmic = list.IsLogarithmic && Array.Exists(values, value => value > 0m);
        return new MarkerChart(isLogarithmic, isLogarithmic ? values.Where(value => value > 0m).Min() : values.Min(), values.Max(), series);
    }

    private MarkerSeriesOf Series(FactDefinition fact)
    {
        IReadOnlyList<ObservedFact> observed = patient.Series(fact.Id);
        MarkerPoint[] points = [.. observed.Where(value => Place(value) is not null).Select(value => new MarkerPoint(value.Date.EarliestDay, Place(value)!.Value, patient.BasisOf(value)))];
        ReferenceLimits? limits = observed.LastOrDefault(value => value.Limits is not null)?.Limits;
        return new MarkerSeriesOf(fact.Id, fact.Title, limits?.Low ?? OfSex(fact.LowerLimit), limits?.High ?? OfSex(fact.UpperLimit), points);
    }

    /// <summary>Where a value is drawn: the number, or the end of a bound.</summary>
    private static decimal? Place(ObservedFact observed) => observed.Value is QuantityValue { Range: var range } ? range.High ?? range.Low : null;

    private decimal? OfSex(DefaultLimit? limit) => facts.Sex switch
    {
        Sex.Male => limit?.Male,
        Sex.Female => limit?.Female,
        _ => limit is { } both && both.Male == both.Female ? both.Male : null,
    };

    private IEnumerable<DrugRow> Drugs()
    {
        return patient.Therapy.Periods.GroupBy(period => period.DrugId)
            .Select(group => Row(knowledge.Drugs[group.Key], [.. group.Select(period => new DrugBar(
                period.Start, period.LatestEnd, period.Running == Truth.True, patient.Therapy.Lines.FirstOrDefault(line => line.Periods.Contains(period))?.Number, period.Basis))]))
            .OrderBy(row => row.IsTreatment ? 0 : 1).ThenBy(row => row.Bars[0].From);
    }

    private DrugRow Row(Drug drug, IReadOnlyList<DrugBar> bars) => new(
        drug.Id, drug.Title, drug.Class, drug.IsAntiMyeloma, drug.IsTreatment && patient.Therapy.Refractory(drug.Id).Truth == Truth.True, bars);

    private IEnumerable<TimeMark> Marks()
    {
        foreach ((SinceEvent since, TimeMarkKind kind) in new[] { (SinceEvent.AutologousTransplant, TimeMarkKind.Transplant), (SinceEvent.CarTInfusion, TimeMarkKind.CarT) })
        {
            foreach (RecordedProcedure procedure in patient.Procedures(knowledge.Roles.Procedures(since)).Where(done => done.Performed is not null))
                yield return new TimeMark(procedure.Performed!.Value.EarliestDay, kind, knowledge.Procedures[procedure.ProcedureId].Title, procedure.Resource);
            foreach (DosingPeriod period in patient.Therapy.Periods.Where(period => knowledge.Roles.Drugs(since).Contains(period.DrugId)))
                yield return new TimeMark(period.Start, kind, knowledge.Drugs[period.DrugId].Title, period.Basis[0].Resource);
        }

        foreach (Progression progression in patient.Therapy.Progressions)
            yield return new TimeMark(progression.Day, TimeMarkKind.Progression, TimelinePhrases.Progression, progression.Basis.Resource);
    }

    /// <summary>An answer over the days: each value from the day on which it was first said to the day of the next.</summary>
    private IEnumerable<TimeSpanOf> Spans(Func<Moment, Conclusion?> answer)
    {
        TimeSpanOf? open = null;
        foreach (Moment moment in moments.Where(moment => moment.AsOf.Day <= patient.AsOf.Day))
        {
            string? code = answer(moment)?.Value is CodeAnswer found ? found.Code : null;
            if (open is not null && code == open.Code)
            {
                open = open with { To = moment.AsOf.Day };
                continue;
            }

            if (open is not null) yield return open with { To = moment.AsOf.Day };
            open = code is null ? null : new TimeSpanOf(moment.AsOf.Day, moment.AsOf.Day, code, answer(moment)!.ValueTitle ?? new LocalizedText(code, code));
        }

        if (open is not null) yield return open with { To = patient.AsOf.Day };
    }
}
