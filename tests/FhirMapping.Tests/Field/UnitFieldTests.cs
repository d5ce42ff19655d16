using System.Globalization;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>Units as real records have them: the shared field cases, and our own of the same kinds.</summary>
public sealed class UnitFieldTests
{
    public static TheoryData<string> Shared => FieldTable.Ids("units.csv");

    public static TheoryData<string> Own => FieldTable.Ids("own-units.csv");

    [Theory]
    [MemberData(nameof(Shared))]
    public void A_shared_case_is_read_as_expected(string id)
    {
        FieldRow row = FieldTable.Row("units.csv", id);
        string unit = row["unit"].Length > 0 ? $",\"unit\":\"{row["unit"]}\"" : "";
        var facts = Reading.Facts(Fhir.Own(row["carrier"], $"\"valueQuantity\":{{\"value\":{row["value"]}{unit}}}"));
        FieldResult.Is(row["expected"], FieldResult.Observed(facts, row["carrier"]), id + " " + row["unit"]);
        Assert.Equal(row["note"] == "yes", facts.Notes.Any(n => n.Resource == "Observation/o1"));
    }

    [Theory]
    [MemberData(nameof(Own))]
    public void A_unit_is_read_as_expected(string id)
    {
        FieldRow row = FieldTable.Row("own-units.csv", id);
        decimal value = decimal.Parse(row["value"], CultureInfo.InvariantCulture);
        FieldResult.Is(row["expected"], FieldResult.OfQuantity(Reading.Knowledge.Facts[row["carrier"]], value, row["unit"]), id + " " + row["unit"]);
    }
}
