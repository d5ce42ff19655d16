using System.Net.Http.Headers;
using System.Text.Json;
using Cds.CdsHooks.Batch;
using Cds.CdsHooks.Batch.BulkData;
using Cds.CdsHooks.Batch.Register;
using Cds.CdsHooks.Commands;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Batch;

/// <summary><c>batch</c> answers each patient as <c>/assessments</c> does, byte for byte, and no patient ends the run of the others.</summary>
public sealed class BatchCommandTests(RealService service) : IClassFixture<RealService>, IDisposable
{
    private const string AsOf = "2026-11-20";

    private readonly string _folder = Directory.CreateTempSubdirectory("batch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("en", "1")]
    [InlineData("ja", "4")]
    public async Task Every_line_is_the_answer_of_assessments_in_the_order_of_the_input(string lang, string parallel)
    {
        string[] bundles = [.. Bundles()];
        (int exit, string[] lines) = Run(bundles, "--lang", lang, "--parallel", parallel);
        Assert.Equal(0, exit);
        Assert.Equal(bundles.Length, lines.Length);
        using HttpClient client = service.CreateClient();
        for (int i = 0; i < bundles.Length; i++)
        {
            using var body = new StringContent(bundles[i], new MediaTypeHeaderValue("application/fhir+json"));
            HttpResponseMessage answer = await client.PostAsync(new Uri($"/assessments?asOf={AsOf}&lang={lang}", UriKind.Relative), body, TestContext.Current.CancellationToken);
            Assert.Equal(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), lines[i]);
        }
    }

    [Fact]
    public void A_patient_that_cannot_be_read_is_an_error_line_with_its_place_and_the_others_are_answered()
    {
        string bundle = Bundles().First();
        (int exit, string[] lines) = Run([bundle, "{", """{"resourceType":"Bundle","entry":[]}""", """{"a":1,"a":2}""", new string('x', 11_000_000), bundle]);
        Assert.Equal(BatchCommand.SomeFailed, exit);
        Assert.Equal(6, lines.Length);
        Assert.Equal(lines[0], lines[5]);
        Assert.Equal(
            ["in.ndjson:2", "in.ndjson:3", "in.ndjson:4", "in.ndjson:5"],
            lines[1..5].Select(line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()));
        Assert.All(lines[1..5], line => Assert.NotEmpty(JsonDocument.Parse(line).RootElement.GetProperty("error").GetString()!));
        Assert.Equal("$.entry", JsonDocument.Parse(lines[2]).RootElement.GetProperty("path").GetString());
    }

    [Fact]
    public void Settings_of_the_site_are_used()
    {
        string overlay = Path.Combine(Repository.Root, "docs", "examples", "overlay");
        (_, string[] plain) = Run([.. Bundles()]);
        (int exit, string[] adapted) = Run([.. Bundles()], $"--Cds:Knowledge:Overlay={overlay}");
        Assert.Equal(0, exit);
        Assert.DoesNotContain("example.stage", string.Concat(plain), StringComparison.Ordinal);
        Assert.Contains("example.stage", string.Concat(adapted), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--lang", "fr")]
    [InlineData("--as-of", "yesterday")]
    [InlineData("--Cds:TimeZone=Nowhere")]
    public void What_cannot_be_meant_is_refused_before_anything_is_read(params string[] arguments)
    {
        using var output = new StringWriter();
        Assert.Equal(CommandLine.WrongUse, CommandLine.Find(["batch", "--input", Path.Combine(_folder, "nowhere"), .. arguments])!(output));
        Assert.Contains(arguments[0].Split('=')[0].TrimStart('-'), output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_that_is_not_there_ends_with_its_own_code() =>
        Assert.Equal(RunEnd.Unusable, CommandLine.Find(["batch", "--input", Path.Combine(_folder, "nowhere")])!(TextWriter.Null));

    [Fact]
    public void An_output_that_cannot_be_written_ends_with_its_own_code()
    {
        Run([Bundles().First()]);
        Assert.Equal(RunEnd.Unusable, CommandLine.Find(["batch", "--input", Path.Combine(_folder, "in.ndjson"), "--output", Path.Combine(_folder, "no", "where.ndjson")])!(TextWriter.Null));
    }

    [Fact]
    public void A_finished_run_leaves_the_output_under_its_name_and_nothing_else()
    {
        Run([Bundles().First()]);
        Assert.Equal(["in.ndjson", "out.ndjson"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_run_that_was_broken_off_goes_on_after_the_last_whole_line()
    {
        string[] bundles = [.. Bundles().Take(5), "{"];
        (_, string[] whole) = Run(bundles);
        BreakOff(bundles, "{\"kept\":1,\"as\":\"it was\"}\n{\"error\":\"kept too\"}\n{\"subject\":\"cut o");
        (int exit, string[] lines) = RunAgain();
        Assert.Equal(BatchCommand.SomeFailed, exit);
        Assert.Equal(["{\"kept\":1,\"as\":\"it was\"}", "{\"error\":\"kept too\"}", .. whole[2..]], lines);
        Assert.Equal(["in.ndjson", "out.ndjson"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Error_lines_of_before_the_break_count_for_the_exit_code()
    {
        BreakOff([.. Bundles().Take(2)], "{\"error\":\"kept\"}\n");
        Assert.Equal(BatchCommand.SomeFailed, RunAgain().Exit);
    }

    [Theory]
    [InlineData("--lang", "ja")]
    [InlineData("--Cds:TimeZone=America/New_York")]
    public void What_another_run_left_is_not_taken_for_this_one(params string[] arguments)
    {
        BreakOff([.. Bundles().Take(2)], "{\"of another run\":1}\n");
        string[] lines = RunAgain(arguments).Lines;
        Assert.Equal(2, lines.Length);
        Assert.DoesNotContain("{\"of another run\":1}", lines);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Patients_who_come_more_than_once_are_answered_each_time_and_counted(bool isFile)
    {
        string[] bundles = [.. Bundles().Take(2)];
        Run([bundles[0], bundles[1], bundles[0], "{", bundles[0]]);
        using var said = new StringWriter();
        var request = new BatchRequest(
            BatchInput.Find(Path.Combine(_folder, "in.ndjson")), isFile ? Path.Combine(_folder, "again.ndjson") : BatchOutput.Nothing, AsOf, Language.English, 1, RegisterWanted.Nothing);
        BatchCounts counts = await new BatchJob(request, new CdsOptions(), KnowledgeFiles.For(new CdsOptions())(), said).RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal((4, 1, 2), (counts.Assessed, counts.Failed, counts.Repeated));
        Assert.Contains("2 of the lines are about a patient whom an earlier line is about too", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_patient_is_told_by_the_whole_id_also_where_the_lines_come_in_pieces()
    {
        var lines = new AnswerLines(new RepeatedPatients());
        foreach (byte piece in """
            {"subject":"Patient/1","asOf":"2026"}
            {"subject":"Patient/10","asOf":"2026"}
            {"error":"{\"subject\":\"Patient/1\""}
            {"subject":"Patient/1"}

            """u8) lines.Count([piece]);
        Assert.Equal(new BatchCounts(3, 1, 0) { Repeated = 1 }, lines.Counts);
    }

    /// <summary>Breaks a run off at its last step, and lets it have come as far as a test wants.</summary>
    private void BreakOff(string[] bundles, string written)
    {
        string output = Path.Combine(_folder, "out.ndjson");
        File.Delete(output);
        Directory.CreateDirectory(output);
        File.WriteAllLines(Path.Combine(_folder, "in.ndjson"), bundles);
        Assert.Equal(RunEnd.Unusable, CommandLine.Find(["batch", "--input", Path.Combine(_folder, "in.ndjson"), "--output", output, "--as-of", AsOf])!(TextWriter.Null));
        Directory.Delete(output);
        File.WriteAllText(BatchOutput.Partial(output), written);
    }

    private static IEnumerable<string> Bundles() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)
            .Select(text => JsonSerializer.Serialize(JsonDocument.Parse(text).RootElement)).Where(text => text.Contains("\"Bundle\"", StringComparison.Ordinal));

    private (int Exit, string[] Lines) Run(string[] lines, params string[] arguments)
    {
        File.WriteAllLines(Path.Combine(_folder, "in.ndjson"), lines);
        return RunAgain(arguments);
    }

    private (int Exit, string[] Lines) RunAgain(params string[] arguments)
    {
        string input = Path.Combine(_folder, "in.ndjson"), output = Path.Combine(_folder, "out.ndjson");
        int exit = CommandLine.Find(["batch", "--input", input, "--output", output, "--as-of", AsOf, .. arguments])!(TextWriter.Null);
        return (exit, File.ReadAllLines(output));
    }
}
