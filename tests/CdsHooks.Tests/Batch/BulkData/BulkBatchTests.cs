using System.IO.Compression;
using System.Text.Json;
using Cds.CdsHooks.Batch;
using Cds.CdsHooks.Batch.BulkData;
using Cds.CdsHooks.Commands;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Envelope;
using Cds.FhirMapping;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Tests.Batch.BulkData;

/// <summary>An export is answered patient by patient as the Bundles of its patients are, whatever lines are broken, and a run that was broken off goes on.</summary>
public sealed class BulkBatchTests : IDisposable
{
    private const string AsOfText = "2026-11-20";
    private const int Longest = 10_000_000;
    private const string Broken = "/part-00002.register.ndjson.partial";

    private static readonly SiteKnowledge Site = KnowledgeFiles.Read((string?)null);

    private readonly string _folder = Directory.CreateTempSubdirectory("bulk-").FullName;

    public BulkBatchTests() => Run("synthesize", "30", "--as-of", AsOfText, "--bulk", Bulk);

    private string Bulk => Path.Combine(_folder, "export");

    private string Output => Path.Combine(_folder, "out.ndjson");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Patients_are_answered_as_their_Bundles_are()
    {
        string bundles = Path.Combine(_folder, "bundles.ndjson"), expected = Path.Combine(_folder, "expected.ndjson");
        Run("synthesize", "30", "--as-of", AsOfText, "--output", bundles);
        Run("batch", "--input", bundles, "--output", expected, "--as-of", AsOfText);
        Assert.Equal(0, Batch());
        Assert.Equal(File.ReadLines(expected).Order(StringComparer.Ordinal), File.ReadLines(Output).Order(StringComparer.Ordinal));
        Assert.False(Directory.Exists(Output + ".work"));
    }

    [Fact]
    public void Parts_of_a_type_packed_or_not_belong_together()
    {
        Batch();
        string[] whole = File.ReadAllLines(Output), lines = File.ReadAllLines(Path.Combine(Bulk, "Observation.ndjson"));
        File.Delete(Path.Combine(Bulk, "Observation.ndjson"));
        File.WriteAllLines(Path.Combine(Bulk, "Observation.000.ndjson"), lines[..100]);
        using (var packed = new StreamWriter(new GZipStream(File.Create(Path.Combine(Bulk, "Observation.001.ndjson.gz")), CompressionMode.Compress)))
        {
            foreach (string line in lines[100..]) packed.WriteLine(line);
        }

        Assert.Equal(0, Batch());
        Assert.Equal(whole.Order(StringComparer.Ordinal), File.ReadLines(Output).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Broken_lines_are_named_first_and_cost_nobody_else_anything()
    {
        Batch();
        string[] whole = File.ReadAllLines(Output);
        string file = Path.Combine(Bulk, "Condition.ndjson");
        int last = File.ReadLines(file).Count();
        File.AppendAllText(file, "{\n{\"resourceType\":\"Bundle\"}\n" + new string('x', Longest + 1) + "\n{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Patient/nobody\"}}\n");
        Assert.Equal(BatchCommand.SomeFailed, Batch());
        string[] lines = File.ReadAllLines(Output);
        Assert.Equal(
            [$"Condition.ndjson:{last + 1}", $"Condition.ndjson:{last + 2}", $"Condition.ndjson:{last + 3}", "Patient/nobody"],
            lines.Where(line => line.StartsWith(BatchAssessor.BeginOfError, StringComparison.Ordinal)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()));
        Assert.Equal(whole.Order(StringComparer.Ordinal), lines.Where(line => !line.StartsWith(BatchAssessor.BeginOfError, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_drug_that_records_of_several_patients_refer_to_is_read_for_each()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "shared")).FullName;
        File.WriteAllLines(Path.Combine(folder, "Patient.ndjson"), ["""{"resourceType":"Patient","id":"a"}""", """{"resourceType":"Patient","id":"b"}"""]);
        File.WriteAllLines(Path.Combine(folder, "Condition.ndjson"), [Condition("a"), Condition("b")]);
        File.WriteAllLines(Path.Combine(folder, "MedicationRequest.ndjson"), [Request("a", "1"), Request("a", "2"), Request("b", "3")]);
        File.WriteAllLines(
            Path.Combine(folder, "Medication.ndjson"),
            ["""{"resourceType":"Medication","id":"m","code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1721947"}]}}"""]);
        Assert.Equal(0, Run("batch", "--input", folder, "--output", Output, "--as-of", AsOfText));
        Assert.All(File.ReadLines(Output), line => Assert.Contains("\"fact\":\"daratumumab\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_was_broken_off_goes_on_where_it_was()
    {
        Batch();
        string[] whole = File.ReadAllLines(Output);
        File.Delete(Output);
        await BreakOffInThirdPartAsync();
        Assert.False(File.Exists(Output));
        string begun = await File.ReadAllTextAsync(BatchOutput.Partial(Output), TestContext.Current.CancellationToken);
        Assert.InRange(begun.Count(character => character == '\n'), 2, 28);
        await File.WriteAllTextAsync(BatchOutput.Partial(Output), "{\"kept\":1" + begun[9..] + "{\"subject\":\"cut o", TestContext.Current.CancellationToken);

        BatchCounts counts = await RunInPartsAsync(Mend);
        string[] resumed = await File.ReadAllLinesAsync(Output, TestContext.Current.CancellationToken);
        Assert.Equal((30, 30), (resumed.Length, counts.Assessed));
        Assert.StartsWith("{\"kept\":1", resumed[0], StringComparison.Ordinal);
        Assert.Subset(whole.ToHashSet(StringComparer.Ordinal), resumed[1..].ToHashSet(StringComparer.Ordinal));
        Assert.False(Directory.Exists(Output + ".work"));
    }

    [Fact]
    public async Task A_run_whose_output_was_lost_meanwhile_begins_anew()
    {
        Batch();
        string[] whole = File.ReadAllLines(Output);
        File.Delete(Output);
        await BreakOffInThirdPartAsync();
        File.Delete(BatchOutput.Partial(Output));
        await RunInPartsAsync(Mend);
        Assert.Equal(whole.Order(StringComparer.Ordinal), (await File.ReadAllLinesAsync(Output, TestContext.Current.CancellationToken)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Several_partitions_hold_every_patient_once()
    {
        Batch();
        string[] whole = File.ReadAllLines(Output);
        await RunInPartsAsync(_ => { });
        Assert.Equal(whole.Order(StringComparer.Ordinal), (await File.ReadAllLinesAsync(Output, TestContext.Current.CancellationToken)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_another_run_left_is_not_taken_for_this_one()
    {
        string work = Directory.CreateDirectory(Output + ".work").FullName;
        File.WriteAllText(Path.Combine(work, "run.json"), """{"Inputs":["another"],"Settings":"","AsOf":"2020-01-01"}""");
        File.WriteAllText(Path.Combine(work, "grouped"), "");
        File.WriteAllText(Path.Combine(work, "answered.json"), """{"Partitions":1,"Bytes":3,"Counts":{}}""");
        File.WriteAllText(BatchOutput.Partial(Output), "{}\n");
        Assert.Equal(0, Batch());
        Assert.Equal(30, File.ReadLines(Output).Count());
    }

    private static string Condition(string patient) =>
        $$$"""{"resourceType":"Condition","subject":{"reference":"Patient/{{{patient}}}"},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"C90.0"}]}}""";

    private static string Request(string patient, string id) =>
        $$$"""{"resourceType":"MedicationRequest","id":"{{{id}}}","status":"active","intent":"order","subject":{"reference":"Patient/{{{patient}}}"},"authoredOn":"2026-10-01","medicationReference":{"reference":"Medication/m"}}""";

    private static int Run(params string[] args) => CommandLine.Find(args)!(TextWriter.Null);

    private int Batch() => Run("batch", "--input", Bulk, "--output", Output, "--as-of", AsOfText);

    /// <summary>What the register keeps of the third partition cannot be written: the run ends there, as it does when it is killed.</summary>
    private Task BreakOffInThirdPartAsync() => Assert.ThrowsAnyAsync<Exception>(() => RunInPartsAsync(work => Directory.CreateDirectory(work + Broken)));

    private static void Mend(string work) => Directory.Delete(work + Broken);

    /// <summary>Runs over five partitions or so.</summary>
    private async Task<BatchCounts> RunInPartsAsync(Action<string> before)
    {
        IReadOnlyList<BatchInput> inputs = BatchInput.Find(Bulk);
        var assessor = new BatchAssessor(
            new PatientFactsReader(Site.Knowledge, Site.Codes, TimeZoneInfo.Utc), new Assessor(Site.Knowledge), new CleanJson(Options.Create(new CdsOptions())),
            AsOf.EndOf(new DateOnly(2026, 11, 20)), Language.English);
        var state = new RunState([.. inputs.Select(RunState.Name)], "", AsOfText);
        before(WorkFolder.Open(Output + ".work", state).Path);
        return await new BulkBatch(inputs, Longest, TextWriter.Null, inputs.Sum(input => input.Length!.Value) / 5)
            .RunAsync(Output, state, _ => new BatchRun(assessor, 1), null, (_, _, _, _) => Task.CompletedTask, TestContext.Current.CancellationToken);
    }
}
