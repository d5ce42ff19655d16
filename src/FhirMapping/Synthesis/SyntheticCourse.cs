namespace Cds.FhirMapping.Synthesis;

/// <summary>A time at which the patient was examined, and how much disease there was: 1 is as much as when it was found.</summary>
/// <param name="On">Day.</param>
/// <param name="Burden">Amount of disease.</param>
/// <param name="IsThorough">Whether everything was measured, not only what is followed.</param>
internal readonly record struct SyntheticVisit(DateOnly On, double Burden, bool IsThorough);

/// <summary>One treatment with its dates.</summary>
/// <param name="Line">What it is.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while it runs.</param>
internal readonly record struct SyntheticTreatment(StoryLine Line, DateOnly From, DateOnly? Until);

/// <summary>When a patient of a story was treated and examined.</summary>
internal sealed class SyntheticCourse
{
    private SyntheticCourse(DateOnly found, IReadOnlyList<SyntheticTreatment> treatments, IReadOnlyList<SyntheticVisit> visits) =>
        (Found, Treatments, Visits) = (found, treatments, visits);

    /// <summary>The day on which the disease was found.</summary>
    public DateOnly Found { get; }

    /// <summary>Treatments in the order of time.</summary>
    public IReadOnlyList<SyntheticTreatment> Treatments { get; }

    /// <summary>Examinations in the order of time; the last is the newest.</summary>
    public IReadOnlyList<SyntheticVisit> Visits { get; }

    /// <summary>Draws a course that ends some days before a day.</summary>
    public static SyntheticCourse Draw(SyntheticStory story, DateOnly asOf, Random random)
    {
        int months = random.Next(story.Months.Least, story.Months.Most + 1);
        DateOnly found = asOf.PlusMonths(-months).PlusDays(-random.Next(3, 12)), last = DateOnly.FromDayNumber(asOf.DayNumber - random.Next(1, 10));
        int days = asOf.DayNumber - found.DayNumber;
        var treatments = new List<SyntheticTreatment>();
        var visits = new List<SyntheticVisit> { new(found, 1, true) };
        int each = story.Lines.Count > 0 ? (days - 14) / story.Lines.Count : 0;
        for (int i = 0; i < story.Lines.Count; i++)
        {
            bool runs = i == story.Lines.Count - 1;
            var from = DateOnly.FromDayNumber(found.DayNumber + 10 + i * each);
            var until = DateOnly.FromDayNumber(from.DayNumber + each - 12);
            treatments.Add(new(story.Lines[i], from, runs ? null : until));
            double before = i == 0 ? 1 : 0.4 + random.NextDouble() * 0.5;
            if (i > 0) visits.Add(new(DateOnly.FromDayNumber(from.DayNumber - 2), before, false));
            double best = before * random.NextDouble() * 0.3;
            visits.Add(new(DateOnly.FromDayNumber(from.DayNumber + each / 2), best, false));
            if (!runs) continue;
            double now = story.State == CourseState.Progressing ? best + 0.35 + random.NextDouble() * 0.4 : best * (0.8 + random.NextDouble() * 0.2);
            visits.Add(new(DateOnly.FromDayNumber(last.DayNumber - 28), (best + now) / 2, false));
            visits.Add(new(last, now, true));
        }

        if (story.Lines.Count == 0 && days > 40) visits.Add(new(last, 0.95 + random.NextDouble() * 0.1, true));
        return new SyntheticCourse(found, treatments, visits);
    }
}
