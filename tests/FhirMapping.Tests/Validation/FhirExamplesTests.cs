using System.Text;
using Cds.FhirValidation;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Tests.Validation;

/// <summary>The examples that readers are tried on are what they are said to be.</summary>
public sealed class FhirExamplesTests
{
    [Fact]
    public void The_made_up_resources_are_of_every_type_and_read_without_an_issue()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (FhirExample example in FilledExamples.All())
        {
            StrictReading reading = StrictReading.Of(Encoding.UTF8.GetString(example.Json.Span));
            Assert.True(reading.Issues.Count == 0, $"{example.Name}: {string.Join('\n', reading.Issues)}");
            seen.Add(reading.Resource!.TypeName);
        }

        Assert.Equal(ModelInfo.SupportedResources.Except(["DomainResource", "Resource"]).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_examples_have_names_of_their_own_and_come_from_every_source()
    {
        Dictionary<string, int> sources = FhirExamples.All().GroupBy(example => example.Name[..example.Name.IndexOf('/', StringComparison.Ordinal)]).ToDictionary(group => group.Key, group =>
        {
            Assert.Equal(group.Count(), group.Select(example => example.Name).Distinct().Count());
            return group.Count();
        });
        Assert.Equal(["fhir-profiles", "filled", "samples", "specification", "tests"], sources.Keys.Order(StringComparer.Ordinal));
        Assert.All(sources.Values, count => Assert.True(count > 30));
        Assert.True(sources["specification"] > 4_000);
    }
}
