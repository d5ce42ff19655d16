using System.Text.Json;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>Units as real records have them, sent as Observations and read to facts: the shared field cases, and our own of the same kinds.</summary>
public sealed class UnitFieldTests
{
    public static TheoryData<string> Shared => FieldTable.Ids("units.csv");

    public static TheoryData<string> Own => FieldTable.Ids("own-units.csv");

    [Theory]
    [MemberData(nameof(Shared))]
    public void A_shared_case_is_read_as_expected(string id)
    {
        FieldRow row = FieldTable.Row("units.csv", id);
        PatientFacts facts = Read(row);
        FieldResult.Is(row["expected"], FieldResult.Observed(facts, row["carrier"]), id + " " + row["unit"]);
        FieldNotes.Hold(row, facts);
    }

    [Theory]
    [MemberData(nameof(Own))]
    public void A_unit_is_read_as_expected(string id)
    {
        FieldRow row = FieldTable.Row("own-units.csv", id);
        PatientFacts facts = Read(row);
        FieldResult.Is(row["expected"], FieldResult.Observed(facts, row["carrier"]), id + " " + row["unit"]);
        Assert.Equal(row["expected"] == FieldResult.NotUsed, facts.Notes.Count > 0);
    }

    private static PatientFacts Read(FieldRow row)
    {
        string unit = row["unit"].Length > 0 ? $",\"unit\":{JsonSerializer.Serialize(row["unit"])}" : "";
        return Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.FactSystem, row["carrier"]), $"\"valueQuantity\":{{\"value\":{row["value"]}{unit}}}", "x"));
    }
}
