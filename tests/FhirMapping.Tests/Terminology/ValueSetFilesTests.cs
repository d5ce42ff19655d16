using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Tests.Terminology;

/// <summary>House rules of the shipped value sets.</summary>
public sealed class ValueSetFilesTests
{
    private static readonly KnowledgeBase Knowledge = Reading.Knowledge;

    public static TheoryData<string> Names() =>
        [.. typeof(CodeMap).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("valuesets/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_a_ValueSet_whose_id_is_its_file_name_and_stands_for_something_that_exists(string name)
    {
        ValueSet valueSet = Read(name);
        string id = valueSet.Id!;
        Assert.Equal($"valuesets/{id}.json", name);
        Assert.Equal($"https://myeloma-cds.example.org/fhir/ValueSet/{id}", valueSet.Url);
        Assert.Matches("^[A-Za-z0-9.-]{1,64}$", id);
        string stands = id.StartsWith("worded-", StringComparison.Ordinal) || id.StartsWith("product-", StringComparison.Ordinal) ? id[(id.IndexOf('-', StringComparison.Ordinal) + 1)..] : id;
        string[] parts = stands.Split('-', 2);
        bool exists = parts[0] switch
        {
            "fact" or "band" => Knowledge.Facts.ContainsKey(parts[1]),
            "value" => parts[1].Split('.') is [var fact, _] && (fact == "stage" || Knowledge.Facts.ContainsKey(fact)),
            "condition" => Knowledge.Conditions.ContainsKey(parts[1]),
            "procedure" => Knowledge.Procedures.ContainsKey(parts[1]),
            "drug" or "allergy" => Knowledge.Drugs.ContainsKey(parts[1]),
            _ => true,
        };
        Assert.True(exists, $"{parts[0]} {parts[1]} is not in the knowledge base");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_description_of_a_SNOMED_code_is_shipped_without_a_copyright_notice(string name)
    {
        ValueSet valueSet = Read(name);
        if (valueSet.Compose!.Include.Exists(i => i.System == Fhir.Snomed)) Assert.Contains("SNOMED", valueSet.CopyrightElement?.Value, StringComparison.Ordinal);
        if (valueSet.Compose!.Include.Exists(i => i.System == Fhir.Loinc)) Assert.Contains("LOINC", valueSet.CopyrightElement?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_drug_of_the_knowledge_base_can_be_recognised_by_its_name()
    {
        var names = new DrugNames(Knowledge.Drugs.Values, Reading.Codes);
        foreach (var drug in Knowledge.Drugs.Values)
        {
            Assert.Contains(drug.Id, names.Find(drug.Title.En));
            Assert.Contains(drug.Id, names.Find(drug.Title.Ja));
        }
    }

    private static ValueSet Read(string name)
    {
        using var reader = new StreamReader(typeof(CodeMap).Assembly.GetManifestResourceStream(name)!);
        return Reading.Resource<ValueSet>(reader.ReadToEnd());
    }
}
