using System.Globalization;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Commands;

namespace Cds.CdsHooks.Tests.Batch.Register;

/// <summary>The report counts and names nobody; the worklist names patients by id, with what is due, since when and why.</summary>
public sealed partial class RegisterReportTests : IDisposable
{
    private readonly RegisterRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("en", "Phase of therapy", "overdue")]
    [InlineData("ja", "治療段階", "期日超過")]
    public void The_report_stands_alone_in_its_language_and_names_no_patient(string lang, string section, string overdue)
    {
        Assert.Equal(0, _run.OfSynthetic(60, ["--lang", lang, .. _run.Everything]));
        string page = File.ReadAllText(_run.Report);
        Assert.Contains($"<html lang=\"{lang}\">", page, StringComparison.Ordinal);
        Assert.Contains(section, page, StringComparison.Ordinal);
        Assert.Contains(overdue, page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("synthetic-1-", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("(src|href)="), page);
        foreach (string row in _run.Rows("patients", "SELECT phase, count(*) FROM TABLE WHERE phase IS NOT NULL GROUP BY ALL"))
            Assert.Matches($">{Regex.Escape(row.Split('|')[0])}<.{{0,120}}<td>{row.Split('|')[1]}</td>", SpaceBetweenTags().Replace(page, "$1"));
    }

    [Fact]
    public void The_table_of_diagnoses_holds_every_patient_also_those_without_a_plasma_cell_disorder()
    {
        Assert.Equal(0, _run.OfSynthetic(60, _run.Everything));
        string table = SpaceBetweenTags().Replace(File.ReadAllText(_run.Report), "$1").Split("<h2>")[1];
        Assert.Equal(60, Regex.Matches(table, "<td>([0-9]+)</td>").Sum(number => int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture)));
        string without = Assert.Single(_run.Rows("patients", "SELECT count(*) FROM TABLE WHERE diagnosis IS NULL AND source NOT IN (SELECT source FROM read_parquet('" + _run.PathOf("tables/conclusions.parquet") + "') WHERE id = 'diagnosis')"));
        Assert.Contains($">no plasma-cell disorder</th><td>{without}</td>", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Local_ids_stand_in_the_report_only_where_asked_for()
    {
        Assert.Equal(0, _run.OfSynthetic(60, ["--report-ids", .. _run.Everything]));
        Assert.Contains("Patient/synthetic-1-", File.ReadAllText(_run.Report), StringComparison.Ordinal);
    }

    [Fact]
    public void The_worklist_holds_every_due_recommendation_with_the_day_since_and_the_overdue_first()
    {
        Assert.Equal(0, _run.OfSynthetic(60, _run.Everything));
        string[] lines = File.ReadAllLines(_run.Worklist);
        Assert.Equal("patient,rule,what,since,or_earlier,overdue,urgency,why", lines[0]);
        string[] due = [.. _run.Rows("recommendations", "SELECT patient, id FROM TABLE WHERE status = 'due'")];
        Assert.Equal(due.Order(StringComparer.Ordinal), lines[1..].Select(line => string.Join('|', line.Split(',')[..2])).Where(due.Contains).Order(StringComparer.Ordinal));
        string[] overdue = [.. lines[1..].Select(line => line.Contains(",true,info,", StringComparison.Ordinal) || line.Contains(",true,warning,", StringComparison.Ordinal) || line.Contains(",true,critical,", StringComparison.Ordinal) ? "yes" : "no")];
        Assert.Equal(overdue.OrderByDescending(word => word, StringComparer.Ordinal), overdue);
        Assert.Contains("yes", overdue);
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(_run.Worklist)[..3]);
    }

    [Theory]
    [InlineData("2026-11-20", "2026-11-20", false)]
    [InlineData("2026-11-19", "2026-11-19", false)]
    [InlineData("2026-10-22", "2026-10-22", false)]
    [InlineData("2026-10-21", "2026-10-21", true)]
    public void Since_is_the_day_on_which_it_became_due_and_overdue_begins_after_as_many_days_as_asked(string started, string since, bool overdue)
    {
        Assert.Equal(0, _run.OfBundles([Bundle("p", started)], ["--overdue-days", "30", .. _run.Everything]));
        string row = File.ReadLines(_run.Worklist).Single(line => line.Contains("prophylaxis.herpes-zoster", StringComparison.Ordinal));
        Assert.Contains($",{since},false,{(overdue ? "true" : "false")},", row, StringComparison.Ordinal);
        Assert.Contains(started, row.Split(',')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_been_due_for_more_than_a_year_says_that_it_may_be_longer()
    {
        Assert.Equal(0, _run.OfBundles([Bundle("p", "2025-01-10")], _run.Everything));
        Assert.Contains(
            ",2025-11-20,true,true,", File.ReadLines(_run.Worklist).Single(line => line.Contains("prophylaxis.herpes-zoster", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Error_lines_and_repeated_ids_are_said()
    {
        Assert.Equal(1, _run.OfBundles([Bundle("p", "2026-11-01"), Bundle("p", "2026-11-01"), "{"], _run.Everything));
        string page = File.ReadAllText(_run.Report);
        Assert.Contains("2 patients", page, StringComparison.Ordinal);
        Assert.Contains("1 lines of the input could not be read", page, StringComparison.Ordinal);
        Assert.Contains("1 patient ids come more than once", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("366")]
    public void Days_that_cannot_be_meant_are_refused(string days) => Assert.Equal(CommandLine.WrongUse, _run.Run(_run.PathOf("in.ndjson"), "--overdue-days", days));

    /// <summary>A patient under bortezomib since a day, without antiviral prophylaxis.</summary>
    private static string Bundle(string patient, string started) =>
        string.Create(CultureInfo.InvariantCulture, $$$$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"{{{{patient}}}}","gender":"male","birthDate":"1960-01-01"}},{"resource":{"resourceType":"Condition","id":"c","recordedDate":"2024-01-01","onsetDateTime":"2024-01-01","subject":{"reference":"Patient/{{{{patient}}}}"},"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"C90.0"}]}}},{"resource":{"resourceType":"MedicationStatement","id":"m","status":"active","subject":{"reference":"Patient/{{{{patient}}}}"},"medicationCodeableConcept":{"text":"bortezomib"},"effectivePeriod":{"start":"{{{{started}}}}"}}}]}""");

    [GeneratedRegex(@"(>)\s+(?=<)")]
    private static partial Regex SpaceBetweenTags();
}
