using Cds.Knowledge;

namespace Cds.FhirMapping.Synthesis;

/// <summary>
/// Made-up patients over time, for load tests and for showing: every diagnosis and phase, records in international and in Japanese codes, gaps, other units,
/// codes that nobody knows. The same seed, number and day give the same patient. Nobody is meant; the levels are plausible, not clinical statements.
/// </summary>
/// <param name="knowledge">Regimens and their drugs.</param>
/// <param name="codes">Codes of things.</param>
/// <param name="seed">Which population.</param>
/// <param name="asOf">The day on which the records end.</param>
public sealed class SyntheticPopulation(KnowledgeBase knowledge, CodeMap codes, int seed, DateOnly asOf)
{
    private const double ShareJapanese = 0.5, ShareWithUnread = 0.3, ShareWithDuplicate = 0.05;

    private readonly CodeWorld _international = new(codes, isJapanese: false), _japanese = new(codes, isJapanese: true);

    /// <summary>The resources of a patient, the Patient first.</summary>
    /// <param name="number">Which patient, from 0 on.</param>
    public IReadOnlyList<SyntheticResource> Patient(int number)
    {
        // The seeded generator is the same on every machine; neighbours must not begin alike.
        var random = new Random(unchecked((seed * 397) ^ (number * (int)2654435761)));
        SyntheticStory story = SyntheticStory.At(random.Next(1000));
        CodeWorld world = random.NextDouble() < ShareJapanese ? _japanese : _international;
        var record = new SyntheticRecord(string.Create(CultureInfo.InvariantCulture, $"synthetic-{seed}-{number}"), world);
        SyntheticCourse course = SyntheticCourse.Draw(story, asOf, random);
        record.Patient(random.NextDouble() < 0.46, DateOnly.FromDayNumber(course.Found.DayNumber - random.Next(45 * 365, 84 * 365)));
        if (story.Condition is { } condition) record.Condition(condition, course.Found);
        foreach (SyntheticTreatment treatment in course.Treatments) WriteTreatment(record, treatment);
        WriteResults(record, story, course, world, random);
        return Damaged(record.Resources, random);
    }

    /// <summary>The name of a patient's story, for those who count.</summary>
    /// <param name="number">Which patient, from 0 on.</param>
    public string StoryOf(int number) => SyntheticStory.At(new Random(unchecked((seed * 397) ^ (number * (int)2654435761))).Next(1000)).Id;

    private static void WriteResults(SyntheticRecord record, SyntheticStory story, SyntheticCourse course, CodeWorld world, Random random)
    {
        var laboratory = new SyntheticLaboratory(story, record, world, random);
        laboratory.Write(Occasion.WorkUp, course.Found, 1);
        foreach (SyntheticVisit visit in course.Visits) laboratory.Write(visit);
        if (story.State == CourseState.Progressing) laboratory.Write(Occasion.Progressing, course.Visits[^1].On, 1);
        laboratory.Write(Occasion.Recorded, course.Found, 1);
        if (random.NextDouble() < ShareWithUnread) record.Unread(course.Visits[^1].On, random.Next(100));
    }

    private void WriteTreatment(SyntheticRecord record, SyntheticTreatment treatment)
    {
        if (treatment.Line.Procedure is { } procedure)
        {
            record.Procedure(procedure, treatment.From);
            return;
        }

        DateOnly induced = DateOnly.FromDayNumber(treatment.From.DayNumber + 112);
        bool goesOn = treatment.Line.FollowedBy is not null && (treatment.Until is not { } end || induced < end);
        foreach (string drug in DrugsOf(treatment.Line.Regimen)) record.Drug(drug, treatment.From, goesOn ? induced : treatment.Until);
        if (!goesOn) return;
        record.Procedure(treatment.Line.FollowedBy!, DateOnly.FromDayNumber(induced.DayNumber + 30));
        if (treatment.Line.Maintenance is not { } maintenance) return;
        foreach (string drug in DrugsOf(maintenance)) record.Drug(drug, DateOnly.FromDayNumber(induced.DayNumber + 120), treatment.Until);
    }

    private IEnumerable<string> DrugsOf(string regimenId) => knowledge.Regimens[regimenId].Drugs.Select(drug => drug.Drug).Distinct();

    /// <summary>Some records come twice, as exports do.</summary>
    private static IReadOnlyList<SyntheticResource> Damaged(IReadOnlyList<SyntheticResource> resources, Random random) =>
        random.NextDouble() < ShareWithDuplicate ? [.. resources, resources[^1]] : resources;
}
