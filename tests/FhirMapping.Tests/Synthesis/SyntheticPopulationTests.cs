using System.Text;
using System.Text.Json;
using Cds.FhirMapping.Synthesis;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Loading;

namespace Cds.FhirMapping.Tests.Synthesis;

/// <summary>The made-up population has the distribution that <c>docs/populations.md</c> describes, and is understood as it was meant.</summary>
public sealed class SyntheticPopulationTests(SyntheticPopulationTests.Thousand thousand) : IClassFixture<SyntheticPopulationTests.Thousand>
{
    private const int Count = 1000;

    private static readonly DateOnly AsOf = new(2026, 11, 20);

    [Fact]
    public void The_same_seed_makes_the_same_patients_whatever_was_made_before()
    {
        var again = new SyntheticPopulation(thousand.Knowledge, thousand.Codes, 1, AsOf);
        Assert.Equal(thousand.Patients[417], Text(again.Patient(417)));
        Assert.NotEqual(thousand.Patients[417], Text(new SyntheticPopulation(thousand.Knowledge, thousand.Codes, 2, AsOf).Patient(417)));
    }

    [Fact]
    public void Shares_of_the_stories_are_those_of_the_table()
    {
        ILookup<string, int> drawn = Enumerable.Range(0, 20_000).ToLookup(thousand.Population.StoryOf);
        Assert.Equal(1000, SyntheticStory.All.Sum(story => story.Share));
        Assert.All(SyntheticStory.All, story => Assert.InRange(drawn[story.Id].Count() / 20.0, story.Share * 0.75 - 1, story.Share * 1.25 + 1));
    }

    [Theory]
    [InlineData("multiple-myeloma", 500, 720)]
    [InlineData("smouldering-myeloma", 40, 120)]
    [InlineData("non-igm-mgus", 40, 160)]
    [InlineData("al-amyloidosis", 10, 50)]
    [InlineData("poems", 1, 20)]
    [InlineData("plasma-cell-leukaemia", 1, 20)]
    public void Every_diagnosis_is_concluded_about_as_often_as_it_is_drawn(string diagnosis, int least, int most) =>
        Assert.InRange(thousand.Assessments.Count(a => Value(a, "diagnosis") == diagnosis), least, most);

    [Theory]
    [InlineData("untreated", 200)]
    [InlineData("on-treatment", 100)]
    [InlineData("maintenance", 50)]
    [InlineData("relapsed", 120)]
    [InlineData("off-treatment", 20)]
    public void Every_phase_occurs(string phase, int least) => Assert.True(thousand.Assessments.Count(a => Value(a, "therapy.phase") == phase) >= least);

    [Fact]
    public void Half_of_the_records_are_in_Japanese_codes_and_half_in_international_ones()
    {
        Assert.InRange(thousand.Patients.Count(p => p.Contains("http://loinc.org", StringComparison.Ordinal) && !p.Contains("JLAC10", StringComparison.Ordinal)), 400, 600);
        Assert.InRange(thousand.Patients.Count(p => p.Contains("master-JLAC10-17digits", StringComparison.Ordinal)), 400, 600);
    }

    [Fact]
    public void Some_codes_are_known_to_nobody_and_some_records_come_twice()
    {
        Assert.InRange(thousand.Patients.Count(p => p.Contains("https://hospital.example.org/laboratory", StringComparison.Ordinal)), 230, 370);
        Assert.InRange(thousand.Patients.Count(p => p.Split('\n') is var lines && lines.Distinct().Count() < lines.Length), 20, 90);
    }

    [Fact]
    public void A_record_has_about_forty_resources() => Assert.InRange(thousand.Patients.Average(p => p.Split('\n').Length), 32, 48);

    [Fact]
    public void Answers_differ_in_stage_response_and_what_is_missing()
    {
        Assert.True(thousand.Assessments.Select(a => Value(a, "staging.iss")).Distinct().Count() >= 4);
        Assert.True(thousand.Assessments.Select(a => Value(a, "response")).Distinct().Count() >= 4);
        Assert.InRange(thousand.Assessments.Count(a => a.Conclusions.Any(c => c.Id == "staging.iss" && c.Missing.Count > 0)), 50, 500);
    }

    private static string? Value(Assessment assessment, string id) => assessment.Conclusions.FirstOrDefault(c => c.Id == id)?.Value is CodeAnswer code ? code.Code : null;

    private static string Text(IEnumerable<SyntheticResource> resources) => string.Join('\n', resources.Select(resource => Encoding.UTF8.GetString(resource.Json.Span)));

    /// <summary>A thousand patients with what is concluded of them.</summary>
    public sealed class Thousand
    {
        public Thousand()
        {
            Population = new SyntheticPopulation(Knowledge, Codes, 1, AsOf);
            var reader = new PatientFactsReader(Knowledge, Codes, TimeZoneInfo.Utc);
            var assessor = new Assessor(Knowledge);
            for (int number = 0; number < Count; number++)
            {
                IReadOnlyList<SyntheticResource> patient = Population.Patient(number);
                Patients.Add(Text(patient));
                var bundle = new StringBuilder("""{"resourceType":"Bundle","type":"collection","entry":[""");
                bundle.AppendJoin(',', patient.Select(resource => $$"""{"resource":{{Encoding.UTF8.GetString(resource.Json.Span)}}}""")).Append("]}");
                JsonDocument.Parse(bundle.ToString()).Dispose();
                Assessments.Add(assessor.Assess(reader.ReadBundle(Encoding.UTF8.GetBytes(bundle.ToString())).Facts!, Cds.Knowledge.Evaluation.AsOf.EndOf(AsOf)));
            }
        }

        public KnowledgeBase Knowledge { get; } = KnowledgeBaseReader.ReadEmbedded();

        public CodeMap Codes { get; } = CodeMap.ReadEmbedded();

        public SyntheticPopulation Population { get; }

        public List<string> Patients { get; } = [];

        public List<Assessment> Assessments { get; } = [];
    }
}
