using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Tests.Content;

/// <summary>A dose is cited or it is open, and an open one says so.</summary>
public sealed class RegimenDoseTests
{
    public static TheoryData<string> Regimens => [.. Shipped.Knowledge.Regimens.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Regimens))]
    public void Every_dose_names_its_source_and_an_open_dose_is_explained(string id)
    {
        Regimen regimen = Shipped.Knowledge.Regimens[id];
        foreach (RegimenDrug drug in regimen.Drugs)
        {
            if (drug.DoseAmount is not null) Assert.True(drug.Source is not null, $"{id}: no source for {drug.Drug}");
            else Assert.True(drug.Remark is not null || regimen.Remarks.Count > 0, $"{id}: nothing says why {drug.Drug} has no dose");
        }
    }

    [Theory]
    [InlineData("dcep", "cisplatin", 15, "mg/m2")]
    [InlineData("bd-pace", "cisplatin", 10, "mg/m2")]
    [InlineData("lcd", "cyclophosphamide", 300, "mg")]
    [InlineData("tcd", "thalidomide", 50, "mg")]
    [InlineData("hd-cpa", "cyclophosphamide", 600, "mg/m2")]
    [InlineData("bendamustine", "bendamustine", 120, "mg/m2")]
    [InlineData("thalidomide", "thalidomide", 100, "mg")]
    [InlineData("mel-dex", "melphalan", 0.22, "mg/kg")]
    [InlineData("cpd", "dexamethasone", 40, "mg")]
    [InlineData("ld-poems", "dexamethasone", 40, "mg")]
    [InlineData("bld-lite", "bortezomib", 1.3, "mg/m2")]
    public void Doses_that_the_documents_leave_open_are_those_of_the_work_that_is_cited(string regimen, string drug, decimal amount, string unit)
    {
        RegimenDrug planned = Assert.Single(Shipped.Knowledge.Regimens[regimen].Drugs, one => one.Drug == drug);
        Assert.Equal(amount, planned.DoseAmount);
        Assert.Equal(unit, planned.DoseUnit);
        Assert.NotNull(planned.Source);
        Assert.StartsWith(planned.Source.Document.StartsWith("label-", StringComparison.Ordinal) ? "label-" : "pub-", planned.Source.Document, StringComparison.Ordinal);
    }
}
