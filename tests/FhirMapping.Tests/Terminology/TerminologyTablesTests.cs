using System.Diagnostics;
using Cds.FhirMapping.Terminology;

namespace Cds.FhirMapping.Tests.Terminology;

/// <summary>House rules of the tables in <c>tools/terminology</c>: each code and word says where it was read, and the value sets say the same.</summary>
public sealed class TerminologyTablesTests
{
    public static TheoryData<string> Embedded() =>
        ["products-rxnorm", "products-ndc", "products-japan", "names", "name-tags", "drug-names", "drug-words", "procedure-words", "code-classes", "yj-elsewhere", "piece-units", "timing-words"];

    [Theory]
    [MemberData(nameof(Embedded))]
    public void Every_row_says_where_it_was_read(string table)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows = TerminologyTable.Read(table);
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.NotEmpty(row["source"]));
    }

    [Theory]
    [InlineData("products-rxnorm")]
    [InlineData("products-ndc")]
    [InlineData("products-japan")]
    public void Every_product_is_recognised_as_its_drug_and_no_draft_is_written_with_it(string table)
    {
        foreach (IReadOnlyDictionary<string, string> row in TerminologyTable.Read(table))
        {
            string drug = row["set"]["product-drug-".Length..];
            Assert.True(Reading.Knowledge.Drugs.ContainsKey(drug), drug);
            string system = row["system"] switch
            {
                "RxNorm" => "RxNorm",
                "NDC" => "NDC",
                "YJ" or "YJ-prefix" => "YJ",
                string other => other,
            };
            string code = row["system"] == "YJ-prefix" ? row["code"] + "F1010" : row["code"];
            IReadOnlyList<string> found = Reading.Codes.Find(Reading.Concept(Field.CodedFieldTable.Uri(system), code), TargetKind.Drug);
            Assert.True(found.Contains(drug), $"{row["system"]} {row["code"]}: {drug}, but {string.Join(' ', found)}");
        }
    }

    [Fact]
    public void Drafts_are_written_with_codes_of_substances_only()
    {
        foreach (string drug in Reading.Knowledge.Drugs.Keys)
        {
            Assert.DoesNotContain(Reading.Codes.CodesFor(TargetKind.Drug, drug), code => code.System is CodeSystemId.Ndc or CodeSystemId.Hot or CodeSystemId.ReceiptDrug);
            Assert.True(Reading.Codes.CodesFor(TargetKind.Drug, drug).Count(code => code.System == CodeSystemId.RxNorm) <= 2, drug);
        }
    }

    [Fact]
    public void No_concept_that_is_listed_as_another_drug_is_one_of_ours()
    {
        var other = OtherRxNorm.Read();
        Assert.True(other.Contains("4603"), "furosemide");
        Assert.DoesNotContain(TerminologyTable.Read("products-rxnorm"), row => other.Contains(row["code"]));
    }

    [Fact]
    public void Every_name_stands_for_something_of_the_knowledge_base()
    {
        foreach (IReadOnlyDictionary<string, string> row in TerminologyTable.Read("names"))
        {
            CodeTarget target = CodeTarget.OfId(row["set"]);
            bool exists = target.Kind switch
            {
                TargetKind.Condition => Reading.Knowledge.Conditions.ContainsKey(target.Id),
                TargetKind.Procedure => Reading.Knowledge.Procedures.ContainsKey(target.Id),
                TargetKind.Fact => Reading.Knowledge.Facts.ContainsKey(target.Id),
                TargetKind.Qualifier => target.Id == "in-remission",
                _ => false,
            };
            Assert.True(exists, row["set"]);
        }
    }

    [Fact]
    public void No_name_stands_for_two_diagnoses_or_procedures() => Assert.All(
        TerminologyTable.Read("names").GroupBy(row => TextForm.Normalise(row["name"])),
        name => Assert.Single(name.Select(row => CodeTarget.OfId(row["set"])).Where(t => t.Kind is TargetKind.Condition or TargetKind.Procedure).Distinct()));

    [Fact]
    public void The_committed_value_sets_are_those_that_the_tables_give()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Cds.sln"))) root = Path.GetDirectoryName(root)!;
        using Process check = Process.Start(new ProcessStartInfo("python3", ["tools/build-valuesets.py", "--check"]) { WorkingDirectory = root, RedirectStandardOutput = true })!;
        string differences = check.StandardOutput.ReadToEnd();
        check.WaitForExit();
        Assert.Equal(("", 0), (differences, check.ExitCode));
    }
}
