using System.Text.Json;
using Cds.FhirMapping.Json;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests;

/// <summary>The published FHIR package says the same as the knowledge base, and its examples are read.</summary>
public sealed class FhirPackageTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "FhirPackage");

    public static TheoryData<string, string[]> CodeSystems() => new()
    {
        { "fact", [.. Reading.Knowledge.Facts.Values.Select(f => $"{f.Id}|{f.Title.En}|{f.Title.Ja}")] },
        { "condition", [.. Reading.Knowledge.Conditions.Values.Select(c => $"{c.Id}|{c.Title.En}|{c.Title.Ja}")] },
        { "procedure", [.. Reading.Knowledge.Procedures.Values.Select(p => $"{p.Id}|{p.Title.En}|{p.Title.Ja}")] },
        { "drug", [.. Reading.Knowledge.Drugs.Values.Select(d => $"{d.Id}|{d.Title.En}|{d.Title.Ja}")] },
        { "action", [.. Reading.Knowledge.Actions.Values.Select(a => $"{a.Id}|{a.Title.En}|{a.Title.Ja}")] },
    };

    [Theory]
    [MemberData(nameof(CodeSystems))]
    public void The_code_systems_list_what_the_knowledge_base_holds_run_build_fhir_package_when_not(string system, string[] expected)
    {
        FhirElement resource = Read($"codesystems/{system}.json");
        IEnumerable<string> listed = resource["concept"].Items.Select(c => $"{c["code"].Text}|{c["display"].Text}|{c["designation"].First["value"].Text}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_order_codes_are_those_of_the_facts()
    {
        IEnumerable<string> mapped = Read("conceptmaps/fact-to-order.json")["group"].Items.SelectMany(g =>
            g["element"].Items.Select(e => $"{e["code"].Text} {g["target"].Text} {e["target"].First["code"].Text}"));
        Assert.Equal(
            Reading.Knowledge.Facts.Values.Where(f => f.Order is not null).Select(f => $"{f.Id} {f.Order!.System} {f.Order.Code}").Order(StringComparer.Ordinal),
            mapped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_and_its_guide_have_one_version() => Assert.Equal(
        (Reading.Knowledge.Version, Reading.Knowledge.Version),
        (Read("package.json")["version"].Text, Read("implementationguide/org.myeloma-cds.fhir.json")["version"].Text));

    [Fact]
    public void Every_question_asks_for_a_fact_or_a_condition()
    {
        foreach (FhirElement item in Read("questionnaires/myeloma-findings.json")["item"].Items)
        {
            string id = item["linkId"].Text!;
            Assert.True(Reading.Knowledge.Facts.ContainsKey(id) || Reading.Knowledge.Conditions.ContainsKey(id), id);
        }
    }

    [Fact]
    public void Every_binding_names_a_value_set_of_the_package()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Folder, "structuredefinitions")))
        {
            foreach (FhirElement element in Read(Path.GetRelativePath(Folder, file))["differential"]["element"].Items)
            {
                if (element["binding"]["valueSet"].Text is { } url) Assert.True(File.Exists(Path.Combine(Folder, "valuesets", url[(url.LastIndexOf('/') + 1)..] + ".json")), url);
            }
        }
    }

    [Fact]
    public void Examples_are_coded_from_the_value_sets_that_their_profiles_require()
    {
        int compared = 0;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Folder, "examples")))
        {
            FhirElement example = Read(Path.GetRelativePath(Folder, file));
            if (example["meta"]["profile"].First.Text is not { } profile) continue;
            foreach (FhirElement element in Read($"structuredefinitions/{profile[(profile.LastIndexOf('/') + 1)..]}.json")["differential"]["element"].Items)
            {
                if (element["binding"]["strength"].Text != "required" || element["binding"]["valueSet"].Text is not { } url) continue;
                FhirElement include = Read($"valuesets/{url[(url.LastIndexOf('/') + 1)..]}.json")["compose"];
                FhirElement coding = example["code"]["coding"].First;
                Assert.Contains(include["include"].Items.Where(i => i["system"].Text == coding["system"].Text).SelectMany(i => i["concept"].Items), c => c["code"].Text == coding["code"].Text);
                compared++;
            }
        }

        Assert.True(compared >= 3);
    }

    [Fact]
    public void Questions_with_a_choice_offer_the_values_of_the_fact()
    {
        FhirElement[] choices = [.. Read("questionnaires/myeloma-findings.json")["item"].Items.Where(i => i["type"].Text == "choice")];
        Assert.NotEmpty(choices);
        foreach (FhirElement item in choices)
        {
            string id = item["linkId"].Text!;
            Assert.Equal(Reading.Knowledge.Facts[id].Codes, Read($"codesystems/{id}.json")["concept"].Items.Select(c => c["code"].Text!));
            Assert.Equal(Reading.Knowledge.Facts[id].Codes, item["answerOption"].Items.Select(o => o["valueCoding"]["code"].Text!));
        }
    }

    [Fact]
    public void The_examples_are_read_and_none_is_lost()
    {
        // The draft is written, not read.
        string[] examples = [.. Directory.EnumerateFiles(Path.Combine(Folder, "examples")).Where(file => Path.GetFileNameWithoutExtension(file) != "example-draft").Select(File.ReadAllText)];
        PatientFacts facts = Reading.Of(examples).Facts!;
        Assert.Empty(facts.Notes);
        Assert.Equal(
            ["bone-lesions", "del-17p", "dental-check", "disease-status", "disease-status", "flc-kappa", "m-protein-serum", "marrow-plasma-cells", "recorded-line-of-therapy", "t-4-14", "transplant-intent"],
            facts.Observations.Select(o => o.FactId));
        Assert.Equal(["multiple-myeloma", "venous-thromboembolism-history"], facts.Conditions.Select(c => c.ConditionId).Order(StringComparer.Ordinal));
        Assert.Equal(["bortezomib", "lenalidomide"], facts.DrugRecords.Select(d => d.DrugId));
        Assert.Equal((1, true), (facts.DrugRecords[1].RecordedLine, facts.DrugRecords[1].IsRecordedRefractory));
        Assert.Equal("2026-10-30", facts.The("dental-check").Date.Text);
    }

    private static FhirElement Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, path)));
        return new FhirElement(document.RootElement.Clone());
    }
}
