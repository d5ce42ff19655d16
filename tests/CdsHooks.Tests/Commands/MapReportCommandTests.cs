using Cds.CdsHooks.Commands;

namespace Cds.CdsHooks.Tests.Commands;

/// <summary><c>map-report</c> tells an integrator what of a bundle was understood, and fails when a file cannot be used.</summary>
public sealed class MapReportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("map-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_bundle_is_reported()
    {
        (int exit, string output) = Run(Bundle("a.json"), Bundle("b.json"));
        Assert.Equal(0, exit);
        Assert.Contains($"== {Path.Combine(_folder, "a.json")}", output, StringComparison.Ordinal);
        Assert.Contains($"== {Path.Combine(_folder, "b.json")}", output, StringComparison.Ordinal);
        Assert.Contains("Observation/o1: albumin = 3.4", output, StringComparison.Ordinal);
        Assert.Contains("-- codes that mean nothing here", output, StringComparison.Ordinal);
        Assert.Contains("Observation https://hospital.example.jp/lab|L1 ALB", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_of_the_configured_overlay_are_recognised()
    {
        string overlay = Directory.CreateDirectory(Path.Combine(_folder, "overlay")).FullName;
        File.WriteAllText(Path.Combine(overlay, "codes.json"), """{"resourceType":"ValueSet","id":"fact-creatinine","compose":{"include":[{"system":"https://hospital.example.jp/lab","concept":[{"code":"L1"}]}]}}""");
        (int exit, string output) = Run(Bundle("a.json"), $"--Cds:Knowledge:Overlay={overlay}");
        Assert.Equal(0, exit);
        Assert.Contains("Observation/o2: creatinine = 0.9", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_overlay_is_named_and_fails_the_run()
    {
        string overlay = Directory.CreateDirectory(Path.Combine(_folder, "overlay")).FullName;
        File.WriteAllText(Path.Combine(overlay, "codes.json"), "{");
        (int exit, string output) = Run(Bundle("a.json"), $"--Cds:Knowledge:Overlay={overlay}");
        Assert.Equal(1, exit);
        Assert.Contains("codes.json:1: no JSON", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("{}", "$.resourceType: the body is not a FHIR Bundle")]
    [InlineData("""{"resourceType":"Bundle"}""", "$.entry: the Bundle holds no Patient")]
    public void A_file_that_is_no_bundle_of_a_patient_is_said_so_and_the_others_are_still_reported(string text, string message)
    {
        string wrong = Path.Combine(_folder, "wrong.json");
        File.WriteAllText(wrong, text);
        (int exit, string output) = Run(wrong, Bundle("a.json"));
        Assert.Equal(1, exit);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.Contains("albumin = 3.4", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_so()
    {
        (int exit, string output) = Run(Path.Combine(_folder, "nowhere.json"));
        Assert.Equal(1, exit);
        Assert.Contains("cannot be read", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_valid_FHIR_is_listed_when_asked_for_wherever_the_argument_stands()
    {
        string wrong = Path.Combine(_folder, "wrong.json");
        File.WriteAllText(wrong, """
            {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p1","gender":"F"}}]}
            """);
        (int exit, string output) = Run("--validate", Bundle("a.json"), wrong, "--Cds:TimeZone=Asia/Tokyo");
        Assert.Equal(0, exit);
        Assert.Contains("   Information: No issues were found.", output, StringComparison.Ordinal);
        Assert.Contains("   Error: Bundle.entry[0].resource.gender: The code is not in the value set that FHIR requires here. (The value is not a correct code for valueset 'AdministrativeGender'.)", output, StringComparison.Ordinal);
        Assert.Equal(2, output.Split("-- no valid FHIR R4").Length - 1);
    }

    [Fact]
    public void Without_the_argument_no_issues_are_listed() => Assert.DoesNotContain("-- no valid FHIR R4", Run(Bundle("a.json")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("{", "The input is not JSON")]
    [InlineData("[]", "The input is no JSON object")]
    public void A_file_that_cannot_be_mapped_is_validated_all_the_same(string text, string message)
    {
        string wrong = Path.Combine(_folder, "wrong.json");
        File.WriteAllText(wrong, text);
        (int exit, string output) = Run(wrong, "--validate");
        Assert.Equal(1, exit);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_begins_with_a_byte_order_mark_is_read_and_the_mark_is_an_issue()
    {
        string marked = Path.Combine(_folder, "marked.json");
        File.WriteAllText(marked, "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p1\"}}]}", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        (int exit, string output) = Run(marked, "--validate");
        Assert.Equal(0, exit);
        Assert.Contains("byte order mark", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_and_files_with_a_bundle_a_line_are_reported_and_end_with_the_table()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "patients", "ward")).FullName;
        string bundle = File.ReadAllText(Bundle("a.json")).ReplaceLineEndings(" ");
        File.WriteAllText(Path.Combine(folder, "many.ndjson"), $"{bundle}\n\n{bundle}\r\n");
        File.WriteAllText(Path.Combine(folder, "one.json"), bundle);
        File.WriteAllText(Path.Combine(folder, "readme.txt"), "no bundle");
        (int exit, string output) = Run(Path.Combine(_folder, "patients"));
        Assert.Equal(0, exit);
        Assert.Equal(3, output.Split("Observation/o1: albumin = 3.4").Length - 1);
        Assert.Contains($"== {Path.Combine(folder, "many.ndjson")}:3", output, StringComparison.Ordinal);
        Assert.Contains("== not read in 3 bundles", output, StringComparison.Ordinal);
        Assert.EndsWith("      3     3 code Observation https://hospital.example.jp/lab|L1", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_no_bundle_fails_the_run_and_names_the_line()
    {
        string file = Path.Combine(_folder, "many.ndjson");
        File.WriteAllText(file, File.ReadAllText(Bundle("a.json")).ReplaceLineEndings(" ") + "\n{\n");
        (int exit, string output) = Run(file);
        Assert.Equal(1, exit);
        Assert.Contains($"== {file}:2", output, StringComparison.Ordinal);
        Assert.Contains("no JSON", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty.ndjson", "holds no line")]
    [InlineData("", "holds no *.json or *.ndjson")]
    public void Nothing_to_report_on_is_said_so(string name, string message)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "nothing")).FullName;
        if (name.Length > 0) File.WriteAllText(Path.Combine(folder, name), "\n");
        (int exit, string output) = Run(folder);
        Assert.Equal(1, exit);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_zone_that_is_none_is_said_so()
    {
        (int exit, string output) = Run(Bundle("a.json"), "--Cds:TimeZone=Nowhere/Land");
        Assert.Equal(2, exit);
        Assert.Contains("'Nowhere/Land' is no time zone", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_the_usage_is_shown()
    {
        (int exit, string output) = Run();
        Assert.Equal(2, exit);
        Assert.Contains("map-report <bundles>... [options]", output, StringComparison.Ordinal);
    }

    private string Bundle(string name)
    {
        string file = Path.Combine(_folder, name);
        File.WriteAllText(file, """
            {"resourceType":"Bundle","type":"collection","entry":[
              {"resource":{"resourceType":"Patient","id":"p1"}},
              {"resource":{"resourceType":"Observation","id":"o1","status":"final","effectiveDateTime":"2026-11-01","subject":{"reference":"Patient/p1"},
                "code":{"coding":[{"system":"http://loinc.org","code":"1751-7"}]},"valueQuantity":{"value":3.4,"unit":"g/dL"}}},
              {"resource":{"resourceType":"Observation","id":"o2","status":"final","effectiveDateTime":"2026-11-01","subject":{"reference":"Patient/p1"},
                "code":{"coding":[{"system":"https://hospital.example.jp/lab","code":"L1","display":"ALB"}]},"valueQuantity":{"value":0.9,"unit":"mg/dL"}}}]}
            """);
        return file;
    }

    private static (int Exit, string Output) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        int exit = CommandLine.Find(["map-report", .. arguments])!(output);
        return (exit, output.ToString());
    }
}
