using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Tests.Therapy;

/// <summary>Rounding to what can be given, at the limits and on both sides of them.</summary>
public sealed class DrugFormTests
{
    public static TheoryData<string, Route, string, string?> Nearest() => new()
    {
        { "melphalan", Route.Oral, "14.9", "14" },
        { "melphalan", Route.Oral, "15", "14" },
        { "melphalan", Route.Oral, "15.1", "16" },
        { "melphalan", Route.Oral, "16", "16" },
        { "melphalan", Route.Oral, "1.1", "2" },
        { "melphalan", Route.Oral, "1", null },
        { "lenalidomide", Route.Oral, "25", "25" },
        { "lenalidomide", Route.Oral, "3.7", "2.5" },
        { "lenalidomide", Route.Oral, "3.75", "2.5" },
        { "lenalidomide", Route.Oral, "3.76", "5" },
        { "ixazomib", Route.Oral, "2.3", "2.3" },
        { "ixazomib", Route.Oral, "2.65", "2.3" },
        { "ixazomib", Route.Oral, "2.66", "3" },
        { "ixazomib", Route.Oral, "4", "4" },
        { "pomalidomide", Route.Oral, "4", "4" },
        { "panobinostat", Route.Oral, "20", "20" },
        { "panobinostat", Route.Oral, "22.5", "20" },
        { "panobinostat", Route.Oral, "22.6", "25" },
        { "dexamethasone", Route.Oral, "19.24", "19" },
        { "dexamethasone", Route.Oral, "19.25", "19" },
        { "dexamethasone", Route.Oral, "19.26", "19.5" },
        { "filgrastim", Route.Subcutaneous, "637.5", "600" },
        { "filgrastim", Route.Subcutaneous, "637.6", "675" },
        { "bortezomib", Route.Subcutaneous, "2.049", "2" },
        { "bortezomib", Route.Subcutaneous, "2.05", "2" },
        { "bortezomib", Route.Subcutaneous, "2.051", "2.1" },
        { "carfilzomib", Route.Intravenous, "32.5", "32" },
        { "carfilzomib", Route.Intravenous, "32.51", "33" },
    };

    [Theory]
    [MemberData(nameof(Nearest))]
    public void The_nearest_dose_is_given_and_of_two_the_lower(string drug, Route route, string dose, string? given) =>
        Assert.Equal(given is null ? null : Number(given), Form(drug, route).Nearest(Number(dose)));

    [Theory]
    [InlineData("495", "500")]
    [InlineData("500", "500")]
    public void A_maximum_is_reached(string dose, string given) => Assert.Equal(Number(given), Form("cyclophosphamide", Route.Oral).Nearest(Number(dose), 500m));

    [Fact]
    public void A_maximum_is_never_exceeded() => Assert.Equal(14m, Form("melphalan", Route.Oral).Nearest(15.9m, 15.9m));

    [Fact]
    public void Numbers_are_written_without_trailing_zeros() =>
        Assert.Equal("2", Form("bortezomib", Route.Subcutaneous).Nearest(2.0m)!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void An_open_route_takes_the_form_that_comes_nearest()
    {
        Drug daratumumab = Shipped.Knowledge.Drugs["daratumumab"];
        Assert.Equal(Route.Subcutaneous, daratumumab.FormFor(null, 1800m, "mg")!.Route);
        Assert.Equal(Route.Intravenous, daratumumab.FormFor(null, 960m, "mg")!.Route);
        Assert.Null(daratumumab.FormFor(Route.Oral, 960m, "mg"));
        Assert.Null(daratumumab.FormFor(Route.Intravenous, 960m, "ug"));
    }

    [Fact]
    public void Every_strength_is_cited() =>
        Assert.All(Shipped.Knowledge.Drugs.Values.SelectMany(drug => drug.Forms).Where(form => form.IsPieces), form => Assert.NotEmpty(form.Sources));

    private static DrugForm Form(string drug, Route route) => Shipped.Knowledge.Drugs[drug].Forms.Single(form => form.Route == route);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
