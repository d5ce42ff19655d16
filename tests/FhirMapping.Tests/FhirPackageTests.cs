using System.Text.Json.Nodes;
using Cds.FhirMapping.Reading;
using Cds.Knowledge.Patients;
using Hl7.Fhir.Model;

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
        IEnumerable<string> listed = Read<CodeSystem>($"codesystems/{system}.json").Concept.Select(c => $"{c.Code}|{c.Display}|{c.Designation[0].Value}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_order_codes_are_those_of_the_facts()
    {
        IEnumerable<string> mapped = Read<ConceptMap>("conceptmaps/fact-to-order.json").Group.SelectMany(g => g.Element.Select(e => $"{e.Code} {g.Target} {e.Target[0].Code}"));
        Assert.Equal(
            Reading.Knowledge.Facts.Values.Where(f => f.Order is not null).Select(f => $"{f.Id} {f.Order!.System} {f.Order.Code}").Order(StringComparer.Ordinal),
            mapped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_and_its_guide_have_one_version() => Assert.Equal(
        (Reading.Knowledge.Version, Reading.Knowledge.Version),
        (JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "package.json")))!["version"]!.GetValue<string>(), Read<ImplementationGuide>("implementationguide/org.myeloma-cds.fhir.json").Version));

    [Fact]
    public void Every_question_asks_for_a_fact_or_a_condition()
    {
        foreach (string id in Read<Questionnaire>("questionnaires/myeloma-findings.json").Item.Select(i => i.LinkId!))
        {
            Assert.True(Reading.Knowledge.Facts.ContainsKey(id) || Reading.Knowledge.Conditions.ContainsKey(id), id);
        }
    }

    [Fact]
    public void Every_binding_names_a_value_set_of_the_package()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Folder, "structuredefinitions")))
        {
            foreach (ElementDefinition element in Read<StructureDefinition>(Path.GetRelativePath(Folder, file)).Differential!.Element)
            {
                if (element.Binding?.ValueSet is { } url) Assert.True(File.Exists(Path.Combine(Folder, "valuesets", url[(url.LastIndexOf('/') + 1)..] + ".json")), url);
            }
        }
    }

    [Fact]
    public void Examples_are_coded_from_the_value_sets_that_their_profiles_require()
    {
        int compared = 0;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Folder, "examples")))
        {
            Resource example = SingleResource.Read(File.ReadAllBytes(file)).Resource!;
            if (example.Meta?.Profile.FirstOrDefault() is not { } profile) continue;
            foreach (ElementDefinition element in Read<StructureDefinition>($"structuredefinitions/{profile[(profile.LastIndexOf('/') + 1)..]}.json").Differential!.Element)
            {
                if (element.Binding is not { Strength: BindingStrength.Required, ValueSet: { } url }) continue;
                ValueSet values = Read<ValueSet>($"valuesets/{url[(url.LastIndexOf('/') + 1)..]}.json");
                Coding coding = Assert.IsType<CodeableConcept>(example["code"]).Coding[0];
                Assert.Contains(values.Compose!.Include.Where(i => i.System == coding.System).SelectMany(i => i.Concept), c => c.Code == coding.Code);
                compared++;
            }
        }

        Assert.True(compared >= 3);
    }

    [Fact]
    public void Questions_with_a_choice_offer_the_values_of_the_fact()
    {
        Questionnaire.ItemComponent[] choices = [.. Read<Questionnaire>("questionnaires/myeloma-findings.json").Item.Where(i => i.Type == Questionnaire.QuestionnaireItemType.Choice)];
        Assert.NotEmpty(choices);
        foreach (Questionnaire.ItemComponent item in choices)
        {
            string id = item.LinkId!;
            Assert.Equal(Reading.Knowledge.Facts[id].Codes, Read<CodeSystem>($"codesystems/{id}.json").Concept.Select(c => c.Code));
            Assert.Equal(Reading.Knowledge.Facts[id].Codes, item.AnswerOption.Select(o => Assert.IsType<Coding>(o.Value).Code));
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

    private static T Read<T>(string path)
        where T : Resource => Reading.Resource<T>(File.ReadAllText(Path.Combine(Folder, path)));
}
