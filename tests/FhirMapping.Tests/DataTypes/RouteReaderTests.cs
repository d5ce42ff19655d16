using System.Text.Json;
using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.Knowledge.Recommendations;

namespace Cds.FhirMapping.Tests.DataTypes;

public sealed class RouteReaderTests
{
    [Theory]
    [InlineData("""[{"route":{"coding":[{"system":"http://snomed.info/sct","code":"26643006"}]}}]""", Route.Oral)]
    [InlineData("""[{"route":{"coding":[{"system":"http://snomed.info/sct","code":"47625008"}]}}]""", Route.Intravenous)]
    [InlineData("""[{},{"route":{"coding":[{"system":"http://snomed.info/sct","code":"34206005"}]}}]""", Route.Subcutaneous)]
    [InlineData("""[{"route":{"text":"Subcutaneous injection"}}]""", Route.Subcutaneous)]
    [InlineData("""[{"route":{"text":"皮下注射"}}]""", Route.Subcutaneous)]
    [InlineData("""[{"route":{"text":"点滴静注"}}]""", Route.Intravenous)]
    [InlineData("""[{"route":{"coding":[{"code":"x","display":"by mouth"}]}}]""", Route.Oral)]
    [InlineData("""{"route":{"text":"内服"}}""", Route.Oral)]
    public void Codes_and_words_name_the_route(string dosages, Route route) => Assert.Equal(route, Read(dosages));

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""[{"route":{"text":"intrathecal"}}]""")]
    [InlineData("""[{"route":{"coding":[{"system":"http://loinc.org","code":"26643006"}]}}]""")]
    public void Other_routes_are_none(string dosages) => Assert.Null(Read(dosages));

    private static Route? Read(string dosages)
    {
        using JsonDocument document = JsonDocument.Parse(dosages);
        return RouteReader.Read(new FhirElement(document.RootElement));
    }
}
