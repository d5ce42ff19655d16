using Cds.CdsHooks.Configuration;
using Cds.Knowledge.Loading;

namespace Cds.CdsHooks.Tests.Configuration;

/// <summary>The requirements that a site can state are those that the rule of the facility asks for.</summary>
public sealed class CarTFacilityTests
{
    [Fact]
    public void Nothing_is_taken_as_met_unless_stated() => Assert.Empty(new CarTFacilityOptions().Met());

    [Fact]
    public void Every_requirement_of_the_rule_can_be_stated_and_nothing_else()
    {
        var options = new CarTFacilityOptions();
        foreach (var requirement in typeof(CarTFacilityOptions).GetProperties()) requirement.SetValue(options, true);
        string rule = KnowledgeBaseReader.EmbeddedFiles().Single(file => file.Path == "recommendations/car-t.facility.yaml").Text;
        IEnumerable<string> asked = rule.Split('\n').Where(line => line.TrimStart().StartsWith("- { setting: ", StringComparison.Ordinal))
            .Select(line => line.Split("setting:")[1].Trim(' ', '}'));
        Assert.Equal(asked.Order(StringComparer.Ordinal), options.Met().Order(StringComparer.Ordinal));
    }
}
