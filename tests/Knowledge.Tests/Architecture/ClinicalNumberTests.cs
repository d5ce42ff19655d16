using System.Globalization;
using System.Text.RegularExpressions;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Architecture;

/// <summary>
/// A clinical number is data. What is counted, comments and texts left out:
/// in src/Knowledge, but for Units, Values and Vignettes, every number other than 0, 1, 2, 10 and 100, and these too where they are the value of a const or static
/// readonly field; in src/FhirMapping and src/CdsHooks every number in a const or static readonly field whose name is of time, age, dose, share or cells
/// (DaysOf.., ..Days, ..Hours, ..Months, ..Years, ..Age, ..Percent, ..Milligrams.., ..Dose.., ..Cells, ..Month), and every number given to AddDays, AddHours, AddMonths or
/// AddYears. Whatever is counted stands in clinical-numbers.txt with its reason.
/// </summary>
public sealed partial class ClinicalNumberTests
{
    private const int MostClinical = 12;

    private static readonly string[] Plain = ["0", "1", "2", "10", "100"];

    private static readonly string[] WithoutRules = ["Units", "Values", "Vignettes"];

    private static readonly (string Mark, string File, string Number, int Times, string Reason)[] Listed =
    [
        .. File.ReadAllLines(Repository.PathOf("tests", "Knowledge.Tests", "Architecture", "clinical-numbers.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(parts => (parts[0], parts[1], parts[2], int.Parse(parts[3], CultureInfo.InvariantCulture), parts[4])),
    ];

    [Fact]
    public void Every_number_in_code_is_listed_with_its_reason_and_nothing_else_is()
    {
        string[] found = [.. Counted().GroupBy(n => n).Select(n => $"{n.Key.File} | {n.Key.Number} | {n.Count()}").Order(StringComparer.Ordinal)];
        string[] listed = [.. Listed.Select(n => $"{n.File} | {n.Number} | {n.Times}").Order(StringComparer.Ordinal)];
        string[] differing = [.. found.Except(listed).Select(n => $"not listed: {n}"), .. listed.Except(found).Select(n => $"listed, but not there: {n}")];
        Assert.True(differing.Length == 0, string.Join('\n', differing));
    }

    [Fact]
    public void At_most_twelve_of_them_are_clinical_and_each_says_why()
    {
        Assert.InRange(Listed.Count(n => n.Mark == "clinical"), 1, MostClinical);
        Assert.All(Listed, n => Assert.True(n.Mark is "clinical" or "unit" or "technical" && n.Reason.Length > 0, $"{n.File} | {n.Number}"));
    }

    [Theory]
    [InlineData("private const decimal PartialFall = 0.5m;", "0.5")]
    [InlineData("private const int LargeRise = 100;", "100")]
    [InlineData("if (days > 60) return;", "60")]
    [InlineData("int index = 1 + 2; // 60 days", null)]
    [InlineData("string text = \"60 days\" + $\"{x} of 90\";", null)]
    public void A_number_of_the_knowledge_is_counted_wherever_it_stands_but_in_words(string line, string? number) =>
        Assert.Equal(number is null ? [] : [number], Numbers(line, everywhere: true));

    [Theory]
    [InlineData("private const int DaysAfterStart = 90;", "90")]
    [InlineData("DateOnly last = day.AddDays(-28);", "28")]
    [InlineData("private const int MostRows = 30;", null)]
    public void A_number_of_the_other_projects_is_counted_where_its_name_is_clinical(string line, string? number) =>
        Assert.Equal(number is null ? [] : [number], Numbers(line, everywhere: false));

    private static IEnumerable<(string File, string Number)> Counted()
    {
        string source = Repository.PathOf("src");
        foreach (string path in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories))
        {
            string file = Path.GetRelativePath(source, path).Replace('\\', '/');
            string[] folders = file.Split('/');
            if (folders.Contains("obj") || folders.Contains("bin") || (folders[0] == "Knowledge" && WithoutRules.Contains(folders[1]))) continue;
            foreach (string number in Numbers(File.ReadAllText(path), folders[0] == "Knowledge")) yield return (file, number);
        }
    }

    private static IEnumerable<string> Numbers(string code, bool everywhere)
    {
        foreach (string line in Words().Replace(code, words => new string([.. words.Value.Where(c => c == '\n')])).Split('\n'))
        {
            Match field = Field().Match(line);
            string[] added = [.. Added().Matches(line).Select(m => m.Groups["number"].Value)];
            foreach (Match match in Number().Matches(line))
            {
                string number = match.Groups["number"].Value.Replace("_", "", StringComparison.Ordinal);
                bool counts = everywhere ? field.Success || !Plain.Contains(number) : (field.Success && ClinicalName().IsMatch(field.Groups["name"].Value)) || added.Contains(number);
                if (counts) yield return number;
            }
        }
    }

    /// <summary>Comments, strings and characters.</summary>
    [GeneratedRegex("""\"\"\"[\s\S]*?\"\"\"|\$?@\"(?:[^\"]|\"\")*\"|\$?\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*[\s\S]*?\*/""")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![\w.])(?<number>[0-9][0-9_]*(\.[0-9]+)?)[mMdDfFlLuU]*(?!\w)", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(const|static readonly)\b[^=]*?(?<name>\w+)\s*=(?!>)", RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    [GeneratedRegex(@"^Days|(Days|Hours|Weeks|Month|Months|Years|Age|Percent|Cells)$|Milligrams|Dose")]
    private static partial Regex ClinicalName();

    [GeneratedRegex(@"Add(Days|Hours|Months|Years)\([^()]*?(?<number>[0-9]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Added();
}
