using System.Text.Json;
using Cds.CdsHooks.Batch.Register;
using Cds.CdsHooks.Commands;
using Cds.Knowledge.Loading;

namespace Cds.CdsHooks.Tests.Batch.Register;

/// <summary>The Parquet tables hold what the lines of the output say, each patient once.</summary>
public sealed class RegisterTablesTests : IDisposable
{
    private const int Patients = 60;

    private readonly RegisterRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Tables_say_what_the_assessments_say()
    {
        Assert.Equal(0, _run.OfSynthetic(Patients, "--tables", _run.PathOf("tables")));
        JsonElement[] lines = [.. File.ReadLines(_run.Output).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(Patients, lines.Length);
        Assert.Equal(
            lines.Select(line => string.Join('|', Text(line, "subject"), Value(line, "diagnosis"), Value(line, "staging.iss"), Value(line, "therapy.phase"), Value(line, "therapy.lines"), Value(line, "response"))).Order(StringComparer.Ordinal),
            _run.Rows("patients", "SELECT patient, diagnosis, iss, phase, line, response FROM TABLE").Order(StringComparer.Ordinal));
        Assert.Equal(
            lines.SelectMany(line => line.GetProperty("recommendations").EnumerateArray().Select(item => string.Join('|', Text(line, "subject"), Text(item, "id"), Text(item, "status"), First(item)))).Order(StringComparer.Ordinal),
            _run.Rows("recommendations", "SELECT patient, id, status, \"option\" FROM TABLE").Order(StringComparer.Ordinal));
        Assert.Equal(
            lines.SelectMany(line => new[] { "conclusions", "recommendations" }.SelectMany(list => line.GetProperty(list).EnumerateArray())
                .SelectMany(item => item.GetProperty("missing").EnumerateArray().Select(fact => string.Join('|', Text(line, "subject"), fact.GetString(), Text(item, "id"))))).Distinct().Order(StringComparer.Ordinal),
            _run.Rows("missing", "SELECT patient, fact, \"rule\" FROM TABLE").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_and_units_that_were_not_read_stand_by_frequency_and_texts_of_one_patient_are_only_counted()
    {
        string Bundle(string patient, string text) =>
            $$$$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"{{{{patient}}}}"}},{"resource":{"resourceType":"Observation","id":"o","status":"final","code":{"text":"{{{{text}}}}"},"valueQuantity":{"value":1}}},{"resource":{"resourceType":"Observation","id":"p","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"99999-9"}]}}}]}""";
        Assert.Equal(0, _run.OfBundles([Bundle("a", "serum whatsit"), Bundle("b", "serum whatsit"), Bundle("c", "something else")], "--tables", _run.PathOf("tables")));
        Assert.Equal(
            ["code|Observation http://loinc.org|99999-9|3|3", "text|Observation 'serum whatsit'|2|2", "held-back|||1"],
            _run.Rows("unread", "SELECT * FROM TABLE ORDER BY patients DESC NULLS LAST"));
    }

    [Fact]
    public void An_export_gives_the_same_tables_as_its_Bundles_whatever_the_number_of_partitions()
    {
        _run.OfSynthetic(Patients, "--tables", _run.PathOf("tables"));
        string query = "SELECT patient, id, status, \"option\" FROM TABLE ORDER BY ALL";
        IReadOnlyList<string> expected = _run.Rows("recommendations", query);
        CommandLine.Find(["synthesize", $"{Patients}", "--as-of", RegisterRun.AsOf, "--bulk", _run.PathOf("export")])!(TextWriter.Null);
        Directory.Delete(_run.PathOf("tables"), recursive: true);
        Assert.Equal(0, RegisterRun.RunTo("none", _run.PathOf("export"), "--tables", _run.PathOf("tables")));
        Assert.Equal(expected, _run.Rows("recommendations", query));
        Assert.False(Directory.Exists(_run.PathOf("tables.work")));
    }

    [Fact]
    public void Every_rule_that_a_table_of_the_program_names_is_one_of_the_knowledge()
    {
        Knowledge.KnowledgeBase knowledge = KnowledgeBaseReader.ReadEmbedded();
        Assert.All(RegisterColumn.All, column => Assert.Contains(column.Conclusion, knowledge.ConclusionsById.Keys));
        Assert.All(CandidateRule.All, rule => Assert.Contains(rule.Rule, knowledge.ConclusionsById.Keys.Concat(knowledge.Recommendations.Select(recommendation => recommendation.Id))));
    }

    private static string Text(JsonElement item, string member) => item.GetProperty(member).ToString();

    private static string Value(JsonElement line, string conclusion) =>
        line.GetProperty("conclusions").EnumerateArray().Where(item => Text(item, "id") == conclusion).Select(item => Text(item, "value")).FirstOrDefault() ?? "";

    private static string First(JsonElement recommendation) => recommendation.GetProperty("options").EnumerateArray().Select(option => Text(option, "id")).FirstOrDefault() ?? "";
}
