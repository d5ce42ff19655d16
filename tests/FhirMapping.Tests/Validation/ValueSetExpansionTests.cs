using Cds.FhirMapping.Terminology;
using Cds.FhirValidation;
using Hl7.Fhir.Model;
using Hl7.Fhir.Specification.Terminology;

namespace Cds.FhirMapping.Tests.Validation;

/// <summary>A terminology server can do something with every value set of the package: each of them can be expanded, and what it lists is recognised.</summary>
public sealed class ValueSetExpansionTests
{
    private static readonly ValueSetExpander Expander = new(new ValueSetExpanderSettings { ValueSetSource = OfficialValidator.Definitions, MaxExpansionSize = 100_000 });

    public static TheoryData<string> ValueSets() => [.. ProjectPackage.Files.Where(file => file.Contains("/valuesets/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(ValueSets))]
    public async System.Threading.Tasks.Task Every_value_set_expands_to_all_that_it_lists(string file)
    {
        var set = (ValueSet)ProjectPackage.Read(file);
        int listed = set.Compose!.Include.Sum(include => include.Concept.Count);
        await Expander.ExpandAsync(set);
        Assert.NotEqual(0, listed);
        Assert.Equal(listed, set.Expansion!.Contains.Count);
        Assert.Equal(listed, set.Expansion.Contains.DistinctBy(code => (code.System, code.Code)).Count());
    }

    [Theory]
    [MemberData(nameof(ValueSets))]
    public void Every_listed_code_is_recognised_as_what_its_value_set_stands_for(string file)
    {
        var set = (ValueSet)ProjectPackage.Read(file);
        bool worded = set.Id!.StartsWith("worded-", StringComparison.Ordinal);
        var target = CodeTarget.OfId(worded ? set.Id[7..] : set.Id.StartsWith("product-", StringComparison.Ordinal) ? set.Id[8..] : set.Id);
        string[] words = worded ? [.. set.Compose!.Include.SelectMany(include => include.Concept).SelectMany(concept => concept.Designation).Select(word => word.Value!).Take(1)] : [];
        foreach (ValueSet.ConceptSetComponent include in set.Compose!.Include)
        {
            foreach (ValueSet.ConceptReferenceComponent concept in include.Concept)
                Assert.True(Reading.Codes.Find(CodeInSystem.Of(include.System, concept.Code!), words).Contains(target), $"{concept.Code} of {include.System}");
        }
    }

    [Fact]
    public void No_value_set_depends_on_a_code_system_that_nobody_has_in_full() =>
        Assert.All(ProjectPackage.Of<ValueSet>(), set => Assert.All(set.Compose!.Include, include => Assert.Empty(include.Filter)));
}
